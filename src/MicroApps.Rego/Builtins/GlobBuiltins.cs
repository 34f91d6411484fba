namespace MicroApps.Rego;

/// <summary>Functions on globs.</summary>
internal static class GlobBuiltins
{
    private static readonly PatternCache Patterns = new();

    public static IEnumerable<Builtin> All { get; } = [new("glob.match", Match), new("glob.quote_meta", QuoteMeta)];

    private static RegoValue? Match(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue { Value: var pattern })
            return context.FailOperand(1, args[0], RegoKind.String);
        if (Delimiters(context, args[1]) is not { } delimiters)
            return null;
        if (args[2] is not StringValue { Value: var text })
            return context.FailOperand(3, args[2], RegoKind.String);
        if (Patterns.Find(new(pattern, delimiters)) is { } known)
            return RegoValue.From(known.IsMatch(text));
        return GlobPattern.Compile(pattern, delimiters, out var error) is { } program
            ? RegoValue.From(Patterns.Keep(new(pattern, delimiters), program).IsMatch(text))
            : context.Fail(error!);
    }

    private static RegoValue? QuoteMeta(BuiltinContext context, RegoValue[] args) =>
        args[0] is StringValue text ? RegoValue.From(GlobPattern.Quote(text.Value)) : context.FailOperand(1, args[0], RegoKind.String);

    /// <summary>The delimiters as one text: none for null, a dot for an empty array; null when they are wrong.</summary>
    private static string? Delimiters(BuiltinContext context, RegoValue value)
    {
        if (value is NullValue)
            return "";
        if (value is not ArrayValue { Items: var items })
        {
            context.FailOperand(2, value, RegoKind.Array, RegoKind.Null);
            return null;
        }

        foreach (var item in items)
        {
            var isRune = item is StringValue { Value: { Length: > 0 } text } && Runes.LengthAt(text, 0) == text.Length;
            if (isRune)
                continue;
            context.FailOperand(2, $"must be array of runes but got array containing {BuiltinContext.KindName(item.Kind)}");
            return null;
        }

        return items.Length == 0 ? "." : items.Length == 1 ? ((StringValue)items[0]).Value : string.Concat(items.Select(item => ((StringValue)item).Value));
    }
}
