namespace MicroApps.Rego;

/// <summary>A token of three parts in base64 (RFC 7519, RFC 7515). Each method says in the context what is wrong when it answers null.</summary>
internal sealed class JsonWebToken
{
    /// <summary>Longer tokens are refused: they come from strangers, and each is copied several times.</summary>
    private const int MostLength = 1 << 20;

    private readonly string _header;
    private readonly string _payload;
    private readonly string _signature;

    private JsonWebToken(string[] parts) => (_header, _payload, _signature) = (parts[0], parts[1], parts[2]);

    /// <summary>What is signed.</summary>
    public byte[] SignedBytes => GoUtf8.GetBytes($"{_header}.{_payload}");

    public static JsonWebToken? Read(BuiltinContext context, RegoValue operand)
    {
        if (operand is StringValue { Value: var text })
            return Read(context, text);
        context.FailOperand(1, operand, RegoKind.String);
        return null;
    }

    public static JsonWebToken? Read(BuiltinContext context, string text)
    {
        if (text.Length > MostLength)
            return Fail(context, $"encoded JWT is longer than {MostLength} characters");
        if (text.IndexOf('.') < 0)
            return Fail(context, "encoded JWT had no period separators");
        var parts = text.Split('.');
        return parts.Length == 3 ? new(parts) : Fail(context, $"encoded JWT must have 3 sections, found {parts.Length}");
    }

    /// <summary>The header; encrypted tokens are refused by it.</summary>
    public ObjectValue? Header(BuiltinContext context)
    {
        if (Decode(context, _header, "JWT header had invalid encoding: ") is not { } bytes || ToObject(context, bytes, "bad JWT header: ") is not { } header)
            return null;
        if (header.Find(RegoValue.From("enc")) is null)
            return header;
        context.Fail("JWT is a JWE object, which is not supported");
        return null;
    }

    public byte[]? Payload(BuiltinContext context) => Decode(context, _payload, "JWT payload had invalid encoding: ");

    public byte[]? Signature(BuiltinContext context, string prefix = "") => Decode(context, _signature, prefix);

    /// <summary>Bytes that are a JSON object.</summary>
    public static ObjectValue? ToObject(BuiltinContext context, byte[] json, string prefix = "")
    {
        var value = JsonReader.TryRead(json, out var error, out _);
        if (value is ObjectValue found)
            return found;
        context.Fail(prefix + (value is null ? $"invalid JSON: {error}" : "decoded JSON type was not an Object"));
        return null;
    }

    private static byte[]? Decode(BuiltinContext context, string part, string prefix)
    {
        if (Base64Url.TryDecode(part, out var bytes, out var error))
            return bytes;
        context.Fail(prefix + error);
        return null;
    }

    private static JsonWebToken? Fail(BuiltinContext context, string message)
    {
        context.Fail(message);
        return null;
    }
}
