using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MicroApps.Rego;

/// <summary>
/// Verifies <c>.signatures.json</c>, as OPA writes it: one JSON Web Signature whose payload lists every file with its hash. Of JSON files the hash is that of
/// the document without blanks and with sorted keys.
/// </summary>
internal static class BundleSignature
{
    public static void Verify(BundleFiles files, RegoBundleOptions options)
    {
        var content = files.Find(RegoBundle.SignaturesName);
        if (options.Keys.Count == 0)
        {
            if (content is not null && !options.IgnoreSignatures)
                throw Refuse("the bundle is signed, but no key is given to verify it with");
            return;
        }

        if (content is null)
            throw Refuse("the bundle is not signed");
        if (BundleFiles.Json(RegoBundle.SignaturesName, content).Find(RegoValue.From("signatures")) is not ArrayValue { Items: [StringValue token] })
            throw Refuse("there has to be one signature");
        Check(files, Payload(token.Value, options), options);
    }

    private static RegoValue Payload(string token, RegoBundleOptions options)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            throw Refuse("the signature is no JSON Web Signature");
        try
        {
            var (header, payload) = (RegoValue.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[0])), RegoValue.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])));
            var algorithm = Text(header, "alg");
            var id = Text(header, "kid") ?? Text(payload, "keyid");
            var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            var signature = System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]);
            // A key that names itself is for signatures of that name only; whatever the header says, a key has one algorithm.
            if (options.Keys.Any(key => key.Algorithm == algorithm && (key.Id is null || key.Id == id) && IsValid(key, signed, signature)))
                return payload;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            throw Refuse($"the signature cannot be read: {e.Message}");
        }

        throw Refuse("no key that is given made the signature");
    }

    private static bool IsValid(RegoBundleKey key, byte[] signed, byte[] signature)
    {
        switch (key.Algorithm)
        {
            case "HS256":
                return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Key), signed), signature);
            case "RS256":
                using (var rsa = RSA.Create())
                {
                    rsa.ImportFromPem(key.Key);
                    return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                }

            case "ES256":
                using (var ecdsa = ECDsa.Create())
                {
                    ecdsa.ImportFromPem(key.Key);
                    return ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256);
                }

            default:
                return false;
        }
    }

    private static void Check(BundleFiles files, RegoValue payload, RegoBundleOptions options)
    {
        if (options.Scope is { } scope && Text(payload, "scope") != scope)
            throw Refuse($"the signature is not for the scope {scope}");
        if (payload.Find(RegoValue.From("files")) is not ArrayValue list)
            throw Refuse("the signature lists no files");
        Dictionary<string, RegoValue> listed = new(StringComparer.Ordinal);
        foreach (var file in list.Items)
            if (Text(file, "name") is not { } name || BundleFiles.PathOf(name) is not { } path || !listed.TryAdd(path, file))
                throw Refuse("the signature lists a file twice, or without a name");
        foreach (var (path, content) in files.InOrder)
        {
            if (path == RegoBundle.SignaturesName)
                continue;
            if (!listed.Remove(path, out var file))
                throw RegoBundle.Refuse(path, "the file is not signed");
            if (Text(file, "algorithm") is not ("SHA-256" or "sha-256") || !string.Equals(Text(file, "hash"), Hash(path, content), StringComparison.OrdinalIgnoreCase))
                throw RegoBundle.Refuse(path, "the file is not what was signed");
        }

        if (listed.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw RegoBundle.Refuse(missing, "the file was signed, but is missing");
    }

    private static string Hash(string path, byte[] content)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name is "data.json" or RegoBundle.ManifestName)
            content = Encoding.UTF8.GetBytes(JsonWriter.Write(BundleFiles.Json(path, content), escapesHtml: false));
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static string? Text(RegoValue value, string name) => (value.Find(RegoValue.From(name)) as StringValue)?.Value;

    private static RegoException Refuse(string message) => RegoBundle.Refuse(RegoBundle.SignaturesName, message);
}
