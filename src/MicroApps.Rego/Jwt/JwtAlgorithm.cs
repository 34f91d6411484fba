using System.Security.Cryptography;

namespace MicroApps.Rego;

/// <summary>How a signature is made.</summary>
internal enum SignatureKind
{
    /// <summary>HMAC with a shared secret.</summary>
    Hmac,

    /// <summary>RSA with the padding of PKCS #1 1.5.</summary>
    Rsa,

    /// <summary>RSA-PSS.</summary>
    RsaPss,

    /// <summary>Elliptic curves; the two numbers one behind the other.</summary>
    Ecdsa,
}

/// <summary>An algorithm of RFC 7518, section 3.1.</summary>
internal readonly record struct JwtAlgorithm(SignatureKind Kind, HashAlgorithmName Hash)
{
    /// <summary>By its name, <c>RS256</c>; null when it is unknown.</summary>
    public static JwtAlgorithm? Of(string name)
    {
        if (name.Length != 5)
            return null;
        HashAlgorithmName? hash = name.Substring(2) switch { "256" => HashAlgorithmName.SHA256, "384" => HashAlgorithmName.SHA384, "512" => HashAlgorithmName.SHA512, _ => null };
        SignatureKind? kind = name.Substring(0, 2) switch { "HS" => SignatureKind.Hmac, "RS" => SignatureKind.Rsa, "PS" => SignatureKind.RsaPss, "ES" => SignatureKind.Ecdsa, _ => null };
        return hash is { } h && kind is { } k ? new(k, h) : null;
    }

    /// <summary>Whether a signature is that of a secret, in the same time wherever it differs.</summary>
    public bool IsMac(byte[] secret, byte[] message, byte[] signature)
    {
        using var mac = CreateMac(secret);
        var expected = mac.ComputeHash(message);
        var difference = expected.Length ^ signature.Length;
        for (var i = 0; i < expected.Length; i++)
            difference |= expected[i] ^ (i < signature.Length ? signature[i] : 0);
        return difference == 0;
    }

    private HMAC CreateMac(byte[] secret) =>
        Hash == HashAlgorithmName.SHA256 ? new HMACSHA256(secret) : Hash == HashAlgorithmName.SHA384 ? new HMACSHA384(secret) : new HMACSHA512(secret);
}
