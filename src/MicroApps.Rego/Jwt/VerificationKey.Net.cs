using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MicroApps.Rego;

/// <summary>A key that signatures are verified with. One of a kind that is not supported verifies nothing.</summary>
internal sealed class VerificationKey : IDisposable
{
    private const string RsaOid = "1.2.840.113549.1.1.1", EcOid = "1.2.840.10045.2.1";

    private static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;
    private readonly byte[]? _secret;

    private VerificationKey(RSA? rsa, ECDsa? ecdsa, byte[]? secret) => (_rsa, _ecdsa, _secret) = (rsa, ecdsa, secret);

    /// <summary>The name that a key of a set has; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The algorithm that a key of a set is for; empty for any.</summary>
    public string Algorithm { get; init; } = "";

    /// <exception cref="CryptographicException">The key is none.</exception>
    public static VerificationKey Of(PublicKey key)
    {
        if (key.Oid.Value == RsaOid)
            return new(key.GetRSAPublicKey(), null, null);
        var ecdsa = key.Oid.Value == EcOid ? key.GetECDsaPublicKey() : null;
        if (ecdsa is null || Array.IndexOf(Curves, ecdsa.ExportParameters(false).Curve.Oid?.Value) >= 0)
            return new(null, ecdsa, null);
        ecdsa.Dispose();
        return Unknown("", "");
    }

    public static VerificationKey Of(RSAParameters key, string id, string algorithm) => new(RSA.Create(key), null, null) { Id = id, Algorithm = algorithm };

    public static VerificationKey Of(ECParameters key, string id, string algorithm) => new(null, ECDsa.Create(key), null) { Id = id, Algorithm = algorithm };

    public static VerificationKey Of(byte[] secret, string id, string algorithm) => new(null, null, secret) { Id = id, Algorithm = algorithm };

    /// <summary>A key that verifies nothing.</summary>
    public static VerificationKey Unknown(string id, string algorithm) => new(null, null, null) { Id = id, Algorithm = algorithm };

    /// <summary>Whether a signature is that of the key; false also for a key of another kind.</summary>
    public bool Verify(JwtAlgorithm algorithm, byte[] message, byte[] signature)
    {
        try
        {
            return algorithm.Kind switch
            {
                SignatureKind.Hmac => _secret is not null && algorithm.IsMac(_secret, message, signature),
                SignatureKind.Rsa => _rsa is not null && _rsa.VerifyData(message, signature, algorithm.Hash, RSASignaturePadding.Pkcs1),
                // The salt is as long as the digest (RFC 7518, 3.5).
                SignatureKind.RsaPss => _rsa is not null && _rsa.VerifyData(message, signature, algorithm.Hash, RSASignaturePadding.Pss),
                _ => _ecdsa is not null && Align(signature, (_ecdsa.KeySize + 7) / 8) is { } aligned && _ecdsa.VerifyData(message, aligned, algorithm.Hash),
            };
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _rsa?.Dispose();
        _ecdsa?.Dispose();
    }

    /// <summary>The two numbers of a signature, each as long as the curve wants them: as OPA reads it, each is half of it. Null when one is too large.</summary>
    private static byte[]? Align(byte[] signature, int size)
    {
        var half = signature.Length / 2;
        var aligned = new byte[size * 2];
        return Place(signature.AsSpan(0, half), aligned.AsSpan(0, size)) && Place(signature.AsSpan(half), aligned.AsSpan(size)) ? aligned : null;
    }

    private static bool Place(ReadOnlySpan<byte> number, Span<byte> target)
    {
        number = number.TrimStart((byte)0);
        if (number.Length > target.Length)
            return false;
        number.CopyTo(target[^number.Length..]);
        return true;
    }
}
