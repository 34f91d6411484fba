using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MicroApps.Rego;

/// <summary>The keys of a PEM certificate, a PEM public key, a JWK or a set of JWKs. No message has anything of a key in it.</summary>
internal sealed class VerificationKeys : IDisposable
{
    /// <summary>Longer texts are refused.</summary>
    private const int MostLength = 1 << 20;

    private readonly List<VerificationKey> _keys;

    private VerificationKeys(List<VerificationKey> keys) => _keys = keys;

    /// <summary>Reads keys; null with what is wrong.</summary>
    public static VerificationKeys? Read(string text, out string? error)
    {
        if (text.Length > MostLength)
        {
            error = $"keys are longer than {MostLength} characters";
            return null;
        }

        if (PemBlock.Read(text) is { } block)
            return ReadPem(block, out error);
        return JwkReader.Read(text, out error) is { } keys ? new(keys) : null;
    }

    /// <summary>Whether a signature is that of one of the keys: of the one with the token's key id when there is such a key, else of any for its algorithm.</summary>
    public bool Verify(string keyId, string algorithmName, JwtAlgorithm algorithm, byte[] message, byte[] signature)
    {
        if (keyId.Length > 0 && _keys.Find(k => k.Id == keyId) is { } named)
            return named.Verify(algorithm, message, signature);
        return _keys.Exists(k => (k.Algorithm.Length == 0 || k.Algorithm == algorithmName) && k.Verify(algorithm, message, signature));
    }

    public void Dispose()
    {
        foreach (var key in _keys)
            key.Dispose();
    }

    private static VerificationKeys? ReadPem(PemBlock block, out string? error)
    {
        error = block.HasMore ? "extra data after a PEM certificate block"
            : block.Label is not ("CERTIFICATE" or "PUBLIC KEY") ? "failed to extract a Key from the PEM certificate"
            : null;
        if (error is not null)
            return null;
        try
        {
            if (block.Label == "CERTIFICATE")
            {
                using var certificate = X509CertificateLoader.LoadCertificate(block.Bytes);
                return new([VerificationKey.Of(certificate.PublicKey)]);
            }

            var key = PublicKey.CreateFromSubjectPublicKeyInfo(block.Bytes, out var read);
            error = read == block.Bytes.Length ? null : "failed to parse a PEM public key: trailing data";
            return error is null ? new([VerificationKey.Of(key)]) : null;
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
        {
            error = block.Label == "CERTIFICATE" ? "failed to parse a PEM certificate: x509: malformed certificate" : "failed to parse a PEM public key: malformed key";
            return null;
        }
    }
}
