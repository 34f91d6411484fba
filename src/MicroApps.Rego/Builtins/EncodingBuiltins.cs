namespace MicroApps.Rego;

/// <summary>Built-in functions that write text as base64 or hexadecimal digits, and read it.</summary>
internal static class EncodingBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("base64.decode", (c, a) => TextOperand.TryPaidText(c, a, 0, out var text) ? Decode(c, text) : null),
        new("base64.encode", (c, a) => TextOperand.TryPaidText(c, a, 0, out var text) ? RegoValue.From(Encode(text)) : null),
        new("base64.is_valid", (_, a) => RegoValue.From(a[0] is StringValue text && GoBase64.TryDecode(text.Value, false, out var _, out var _))),
        new("base64url.decode", DecodeUrl),
        new("base64url.encode", (c, a) => TextOperand.TryPaidText(c, a, 0, out var text) ? RegoValue.From(EncodeUrl(text)) : null),
        new("base64url.encode_no_pad", (c, a) => TextOperand.TryPaidText(c, a, 0, out var text) ? RegoValue.From(EncodeUrl(text).TrimEnd('=')) : null),
        new("hex.decode", DecodeHex),
        new("hex.encode", (c, a) => TextOperand.TryPaidText(c, a, 0, out var text) ? RegoValue.From(Hex.ToText(GoUtf8.GetBytes(text))) : null),
    ];

    private static string Encode(string text) => Convert.ToBase64String(GoUtf8.GetBytes(text));

    private static string EncodeUrl(string text) => Encode(text).Replace('+', '-').Replace('/', '_');

    private static RegoValue? Decode(BuiltinContext context, string text) =>
        GoBase64.TryDecode(text, false, out var bytes, out var wrong) ? RegoValue.From(GoUtf8.GetString(bytes)) : context.Fail($"illegal base64 data at input byte {wrong}");

    private static RegoValue? DecodeUrl(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryPaidText(context, args, 0, out var text))
            return null;
        return Base64Url.TryDecode(text, out var bytes, out var error) ? RegoValue.From(GoUtf8.GetString(bytes)) : context.Fail(error);
    }

    private static RegoValue? DecodeHex(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryPaidText(context, args, 0, out var text))
            return null;
        var source = GoUtf8.GetBytes(text);
        var bytes = new byte[source.Length / 2];
        for (var i = 0; i < source.Length; i++)
        {
            Budget.Pass(i);
            var digit = Hex.ValueOf(source[i]);
            if (digit < 0)
                return context.Fail($"encoding/hex: invalid byte: U+{source[i]:X4}{(GoQuote.IsPrintable(source[i]) ? $" '{(char)source[i]}'" : "")}");
            if (i / 2 < bytes.Length)
                bytes[i / 2] = (byte)((bytes[i / 2] << 4) | digit);
        }

        return source.Length % 2 == 1 ? context.Fail("encoding/hex: odd length hex string") : RegoValue.From(GoUtf8.GetString(bytes));
    }
}
