namespace MicroApps.Rego;

/// <summary>Built-in functions about the query part of URLs, as Go's <c>net/url</c> writes and reads it.</summary>
internal static class UrlBuiltins
{
    private const string Digits = "0123456789ABCDEF";

    public static IEnumerable<Builtin> All =>
    [
        new("urlquery.decode", Decode),
        new("urlquery.decode_object", DecodeObject),
        new("urlquery.encode", (c, a) => TextOperand.TryPaidText(c, a, 0, out var text) ? RegoValue.From(Escape(text)) : null),
        new("urlquery.encode_object", EncodeObject),
    ];

    /// <summary>Escapes all but letters, digits and - _ . ~; a space becomes +.</summary>
    public static string Escape(string text)
    {
        var result = new BoundedText();
        foreach (var b in GoUtf8.GetBytes(text))
        {
            var c = (char)b;
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~')
                result.Append(c);
            else if (c == ' ')
                result.Append('+');
            else
                result.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 15]);
        }

        return result.ToString();
    }

    private static RegoValue? Decode(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryPaidText(context, args, 0, out var text))
            return null;
        return TryUnescape(text, out var plain, out var wrong) ? RegoValue.From(plain) : FailEscape(context, wrong);
    }

    private static RegoValue? FailEscape(BuiltinContext context, string wrong) => context.Fail($"invalid URL escape {GoQuote.Quote(wrong)}");

    private static bool TryUnescape(string text, out string plain, out string wrong)
    {
        (plain, wrong) = (text, "");
        if (text.IndexOf('%') < 0)
        {
            plain = text.Replace('+', ' ');
            return true;
        }

        var (source, bytes) = (GoUtf8.GetBytes(text), new List<byte>(text.Length));
        for (var i = 0; i < source.Length; i++)
        {
            Budget.Pass(i);
            if (source[i] != '%')
            {
                bytes.Add(source[i] == '+' ? (byte)' ' : source[i]);
                continue;
            }

            var (high, low) = i + 2 < source.Length ? (Hex.ValueOf(source[i + 1]), Hex.ValueOf(source[i + 2])) : (-1, -1);
            if (high < 0 || low < 0)
            {
                wrong = GoUtf8.GetString([.. source.Skip(i).Take(3)]);
                return false;
            }

            bytes.Add((byte)((high << 4) | low));
            i += 2;
        }

        plain = GoUtf8.GetString([.. bytes]);
        return true;
    }

    private static RegoValue? DecodeObject(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryPaidText(context, args, 0, out var query))
            return null;
        var items = new Dictionary<RegoValue, List<RegoValue>>();
        foreach (var pair in query.Split('&'))
        {
            context.Budget.Spend(1 + (pair.Length >> 4));
            if (pair.Length == 0)
                continue;
            if (pair.IndexOf(';') is >= 0)
                return context.Fail("invalid semicolon separator in query");
            var equals = pair.IndexOf('=');
            var (name, text) = equals < 0 ? (pair, "") : (pair.Substring(0, equals), pair.Substring(equals + 1));
            if (!TryUnescape(name, out var key, out var wrong) || !TryUnescape(text, out text, out wrong))
                return FailEscape(context, wrong);
            if (!items.TryGetValue(RegoValue.From(key), out var values))
                items[RegoValue.From(key)] = values = [];
            values.Add(RegoValue.From(text));
        }

        return ObjectValue.From(items.ToDictionary(i => i.Key, i => (RegoValue)new ArrayValue([.. i.Value])));
    }

    private static RegoValue? EncodeObject(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryObject(context, args, 0, out var items))
            return null;
        var pairs = new List<(string Key, string Value)>();
        foreach (var i in items.Order)
        {
            var key = items.Keys[i] is StringValue name ? name.Value : Text.ToTerm(items.Keys[i]);
            foreach (var value in items.Values[i] is StringValue one ? [one] : TextOperand.Members(items.Values[i]) ?? [RegoValue.Null])
            {
                if (value is not StringValue text)
                    return context.FailOperand(1, "values must be string, array[string], or set[string]");
                pairs.Add((key, text.Value));
            }
        }

        // The sort keeps the order of the values of a key.
        var query = pairs.OrderBy(p => p.Key, Comparer<string>.Create(StringValue.Compare)).Select(p => $"{Escape(p.Key)}={Escape(p.Value)}");
        var (result, separator) = (new BoundedText(), "");
        foreach (var pair in query)
        {
            result.Append(separator).Append(pair);
            separator = "&";
        }

        return result.ToValue();
    }
}
