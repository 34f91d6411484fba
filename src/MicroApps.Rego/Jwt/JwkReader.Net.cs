using System.Security.Cryptography;

namespace MicroApps.Rego;

/// <summary>Keys in JSON (RFC 7517). Private keys, and keys that are not usable, verify nothing.</summary>
internal static class JwkReader
{
    private const string Failed = "failed to parse a JWK key (set): ";

    /// <summary>So large are moduli at most, in bytes: with larger ones a single signature takes seconds.</summary>
    private const int MostModulus = 2048;

    /// <summary>So many keys a set has at most.</summary>
    private const int MostKeys = 1000;

    /// <summary>Reads a key or a set of keys; null with what is wrong.</summary>
    public static List<VerificationKey>? Read(string json, out string? error)
    {
        if (JsonReader.TryRead(json, out _) is not ObjectValue root)
        {
            error = Failed + "failed to unmarshal JWK Set: invalid JSON";
            return null;
        }

        var items = root.Find(RegoValue.From("keys")) switch { null => [root], ArrayValue array => array.Items, _ => [] };
        error = items.Length == 0 ? "failed to generate key: unrecognized key type" : items.Length > MostKeys ? "too many keys" : null;
        var keys = new List<VerificationKey>();
        for (var i = 0; i < items.Length && error is null; i++)
            if (ReadKey(items[i], out error) is { } key)
                keys.Add(key);
        if (error is null)
            return keys;
        keys.ForEach(k => k.Dispose());
        error = Failed + error;
        return null;
    }

    private static VerificationKey? ReadKey(RegoValue value, out string? error)
    {
        error = null;
        var (id, algorithm) = (Member(value, "kid") ?? "", Member(value, "alg") ?? "");
        try
        {
            switch (Member(value, "kty"))
            {
                case "RSA":
                    return ReadRsa(value, id, algorithm, ref error);
                case "EC":
                    return ReadEc(value, id, algorithm, ref error);
                case "oct":
                    return Bytes(value, "k", ref error) is { } secret ? VerificationKey.Of(secret, id, algorithm) : null;
                case "OKP":
                    return VerificationKey.Unknown(id, algorithm);
                default:
                    error = "failed to generate key: unrecognized key type";
                    return null;
            }
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
        {
            return VerificationKey.Unknown(id, algorithm);
        }
    }

    private static VerificationKey? ReadRsa(RegoValue value, string id, string algorithm, ref string? error)
    {
        if (Bytes(value, "n", ref error) is not { } modulus || Bytes(value, "e", ref error) is not { } exponent)
            return null;
        (modulus, exponent) = (Trim(modulus), Trim(exponent));
        if (Member(value, "d") is not null || modulus.Length is 0 or > MostModulus || exponent.Length is 0 or > 4)
            return VerificationKey.Unknown(id, algorithm);
        return VerificationKey.Of(new RSAParameters { Modulus = modulus, Exponent = exponent }, id, algorithm);
    }

    private static VerificationKey? ReadEc(RegoValue value, string id, string algorithm, ref string? error)
    {
        if (Bytes(value, "x", ref error) is not { } x || Bytes(value, "y", ref error) is not { } y)
            return null;
        (ECCurve Curve, int Size)? curve = Member(value, "crv") switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, 32),
            "P-384" => (ECCurve.NamedCurves.nistP384, 48),
            "P-521" => (ECCurve.NamedCurves.nistP521, 66),
            _ => null,
        };
        if (curve is not { } known)
        {
            error = "failed to generate key: failed to generate key from JWK: invalid curve name";
            return null;
        }

        if (Member(value, "d") is not null || Pad(x, known.Size) is not { } paddedX || Pad(y, known.Size) is not { } paddedY)
            return VerificationKey.Unknown(id, algorithm);
        return VerificationKey.Of(new ECParameters { Curve = known.Curve, Q = new() { X = paddedX, Y = paddedY } }, id, algorithm);
    }

    private static string? Member(RegoValue key, string name) => (key.Find(RegoValue.From(name)) as StringValue)?.Value;

    private static byte[]? Bytes(RegoValue key, string name, ref string? error)
    {
        if (Member(key, name) is not { } text)
            error = "failed to generate key: failed to generate key from JWK: missing mandatory key parameters";
        else if (Base64Url.TryDecode(text, out var bytes, out _))
            return bytes;
        else
            error = "failed to unmarshal JWK: failed to decode from base64: illegal base64 data";
        return null;
    }

    private static byte[] Trim(byte[] number) => number.AsSpan().TrimStart((byte)0).ToArray();

    private static byte[]? Pad(byte[] number, int size)
    {
        number = Trim(number);
        return number.Length > size ? null : [.. new byte[size - number.Length], .. number];
    }
}
