namespace MicroApps.Rego;

/// <summary>Built-in functions about text: joining, searching, cutting.</summary>
internal static class StringBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("concat", Concat),
        new("contains", (c, a) => Test(c, a, (text, search) => Paid(c, text).IndexOf(search, StringComparison.Ordinal) is >= 0)),
        new("endswith", (c, a) => Test(c, a, (text, search) => text.EndsWith(search, StringComparison.Ordinal))),
        new("startswith", (c, a) => Test(c, a, (text, search) => text.StartsWith(search, StringComparison.Ordinal))),
        new("indexof", IndexOf),
        new("indexof_n", IndexOfAll),
        new("lower", (c, a) => Map(c, a, Runes.ToLower)),
        new("upper", (c, a) => Map(c, a, Runes.ToUpper)),
        new("replace", Replace),
        new("split", Split),
        new("sprintf", Sprintf),
        new("strings.any_prefix_match", (c, a) => AnyMatch(c, a, (text, search) => text.StartsWith(search, StringComparison.Ordinal))),
        new("strings.any_suffix_match", (c, a) => AnyMatch(c, a, (text, search) => text.EndsWith(search, StringComparison.Ordinal))),
        new("strings.count", Count),
        new("strings.replace_n", TextReplacer.Run),
        new("strings.reverse", (c, a) => Map(c, a, Runes.Reverse)),
        new("substring", Substring),
        new("trim", (c, a) => Trim(c, a, true, true)),
        new("trim_left", (c, a) => Trim(c, a, true, false)),
        new("trim_right", (c, a) => Trim(c, a, false, true)),
        new("trim_prefix", (c, a) => Map(c, a, (text, end) => text.StartsWith(end, StringComparison.Ordinal) ? text.Substring(end.Length) : text)),
        new("trim_suffix", (c, a) => Map(c, a, (text, end) => text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text)),
        new("trim_space", (c, a) => Map(c, a, text => text.Trim())),
    ];

    private static RegoValue? Map(BuiltinContext context, RegoValue[] args, Func<string, string> map) =>
        TextOperand.TryText(context, args, 0, out var text) ? RegoValue.From(map(Paid(context, text))) : null;

    private static RegoValue? Map(BuiltinContext context, RegoValue[] args, Func<string, string, string> map) =>
        TextOperand.TryTexts(context, args, out var text, out var other) ? RegoValue.From(map(Paid(context, text), other)) : null;

    private static string Paid(BuiltinContext context, string text)
    {
        context.Budget.SpendText(text.Length);
        return text;
    }

    private static RegoValue? Test(BuiltinContext context, RegoValue[] args, Func<string, string, bool> test) =>
        TextOperand.TryTexts(context, args, out var text, out var search) ? RegoValue.From(test(text, search)) : null;

    private static RegoValue? Trim(BuiltinContext context, RegoValue[] args, bool left, bool right) =>
        Map(context, args, (text, cutset) => Runes.Trim(text, cutset, left, right));

    private static RegoValue? Concat(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var separator) || !TextOperand.TryTextsOf(context, args, 1, out var texts))
            return null;
        var result = new BoundedText();
        for (var i = 0; i < texts.Length; i++)
            result.Append(i > 0 ? separator : "").Append(texts[i]);
        return result.ToValue();
    }

    private static RegoValue? IndexOf(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryTexts(context, args, out var text, out var search))
            return null;
        if (search.Length == 0)
            return context.Fail("empty search character");
        context.Budget.SpendText(text.Length);
        var at = text.IndexOf(search, StringComparison.Ordinal);
        return RegoValue.From(at < 0 ? -1 : Runes.Count(text, 0, at));
    }

    private static RegoValue? IndexOfAll(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryTexts(context, args, out var text, out var search))
            return null;
        if (search.Length == 0)
            return context.Fail("empty search character");
        var (found, runes, counted) = (new List<RegoValue>(), 0, 0);
        for (var at = text.IndexOf(search, StringComparison.Ordinal); at >= 0; at = text.IndexOf(search, at + 1, StringComparison.Ordinal))
        {
            context.Budget.Spend(1);
            context.Budget.CheckElements(found.Count);
            (runes, counted) = (runes + Runes.Count(text, counted, at), at);
            found.Add(RegoValue.From(runes));
        }

        return new ArrayValue([.. found]);
    }

    private static RegoValue? Count(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryTexts(context, args, out var text, out var search))
            return null;
        if (search.Length == 0)
            return RegoValue.From(Runes.Count(text) + 1);
        var count = 0;
        for (var at = text.IndexOf(search, StringComparison.Ordinal); at >= 0; at = text.IndexOf(search, at + search.Length, StringComparison.Ordinal))
        {
            context.Budget.Spend((++count & 15) == 0 ? 1 : 0);
        }

        return RegoValue.From(count);
    }

    private static RegoValue? Replace(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryTexts(context, args, out var text, out var old) || !TextOperand.TryText(context, args, 2, out var replacement))
            return null;
        var (result, from) = (new BoundedText(), 0);
        for (var at = 0; (at = old.Length == 0 ? at : text.IndexOf(old, at, StringComparison.Ordinal)) >= 0 && at <= text.Length;)
        {
            result.Append(text, from, at - from).Append(replacement);
            from = at + old.Length;
            // Nothing is found before each code point, and at the end.
            at = old.Length > 0 ? from : at < text.Length ? at + Runes.LengthAt(text, at) : text.Length + 1;
        }

        return result.Append(text, from, text.Length - from).ToValue();
    }

    private static ArrayValue? Split(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryTexts(context, args, out var text, out var separator))
            return null;
        var parts = new List<RegoValue>();
        if (separator.Length > 0)
        {
            var from = 0;
            for (int at; (at = text.IndexOf(separator, from, StringComparison.Ordinal)) >= 0; from = at + separator.Length)
                AddPart(context, parts, text.Substring(from, at - from));
            AddPart(context, parts, text.Substring(from));
            return new([.. parts]);
        }

        for (var at = 0; at < text.Length; at += Runes.LengthAt(text, at))
            AddPart(context, parts, text.Substring(at, Runes.LengthAt(text, at)));
        return new([.. parts]);
    }

    private static void AddPart(BuiltinContext context, List<RegoValue> parts, string part)
    {
        context.Budget.Spend(1 + (part.Length >> 6));
        context.Budget.CheckElements(parts.Count);
        parts.Add(RegoValue.From(part));
    }

    private static RegoValue? Sprintf(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var format) || !TextOperand.TryArray(context, args, 1, out var items))
            return null;
        var result = new BoundedText();
        GoFormat.Write(result, format, Array.ConvertAll(items, GoArgument.Of));
        return result.ToValue();
    }

    private static RegoValue? Substring(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var text) || !TextOperand.TryInteger(context, args, 1, out var offset))
            return null;
        if (offset < 0)
            return context.Fail("negative offset");
        context.Budget.SpendText(text.Length);
        var start = Runes.Skip(text, 0, offset);
        if (start == text.Length)
            return RegoValue.From("");
        if (!TextOperand.TryInteger(context, args, 2, out var length))
            return null;
        var end = length < 0 ? text.Length : Runes.Skip(text, start, length);
        return RegoValue.From(text.Substring(start, end - start));
    }

    private static RegoValue? AnyMatch(BuiltinContext context, RegoValue[] args, Func<string, string, bool> matches)
    {
        if (!TryOneOrMore(context, args, 0, out var texts) || !TryOneOrMore(context, args, 1, out var ends))
            return null;
        foreach (var text in texts)
        {
            context.Budget.SpendElements(8 + (2 * ends.Length));
            foreach (var end in ends)
                if (matches(text, end))
                    return RegoValue.True;
        }

        return RegoValue.False;
    }

    private static bool TryOneOrMore(BuiltinContext context, RegoValue[] args, int at, out string[] texts)
    {
        texts = args[at] is StringValue text ? [text.Value] : [];
        if (texts.Length > 0 || TextOperand.Members(args[at]) is not null)
            return texts.Length > 0 || TextOperand.TryTextsOf(context, args, at, out texts);
        context.FailOperand(at + 1, args[at], RegoKind.String, RegoKind.Set, RegoKind.Array);
        return false;
    }
}
