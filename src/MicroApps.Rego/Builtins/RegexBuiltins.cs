namespace MicroApps.Rego;

/// <summary>Functions on regular expressions.</summary>
internal static class RegexBuiltins
{
    private static readonly PatternCache Patterns = new();
    private static readonly PatternCache Templates = new();

    public static IEnumerable<Builtin> All { get; } =
    [
        new("regex.match", Match),
        new("re_match", Match),
        new("regex.is_valid", IsValid),
        new("regex.find_n", FindN),
        new("regex.find_all_string_submatch_n", FindAllSubmatches),
        new("regex.replace", Replace),
        new("regex.split", Split),
        new("regex.template_match", TemplateMatch),
        new("regex.globs_match", GlobsMatch),
    ];

    private static RegoValue? Match(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is StringValue { Value: var pattern } && args[1] is StringValue { Value: var text })
            return Program(context, pattern) is { } program ? RegoValue.From(program.IsMatch(text)) : null;
        return FailStrings(context, args, 2);
    }

    private static RegoValue IsValid(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue { Value: var pattern })
            return RegoValue.False;
        new RegexParser(pattern).Parse(out var error);
        return RegoValue.From(error is null);
    }

    private static ArrayValue? FindN(BuiltinContext context, RegoValue[] args)
    {
        if (FindAll(context, args, withGroups: false) is not { } matches)
            return null;
        var text = ((StringValue)args[1]).Value;
        return new ArrayValue([.. matches.Select(match => Part(text, match, 0))]);
    }

    private static ArrayValue? FindAllSubmatches(BuiltinContext context, RegoValue[] args)
    {
        if (FindAll(context, args, withGroups: true) is not { } matches)
            return null;
        var text = ((StringValue)args[1]).Value;
        return new ArrayValue([.. matches.Select(match => new ArrayValue([.. Enumerable.Range(0, match.Length / 2).Select(group => Part(text, match, group))]))]);
    }

    private static List<int[]>? FindAll(BuiltinContext context, RegoValue[] args, bool withGroups)
    {
        if (args[0] is not StringValue { Value: var pattern } || args[1] is not StringValue { Value: var text })
            FailStrings(context, args, 2);
        else if (args[2] is not NumberValue number)
            context.FailOperand(3, args[2], RegoKind.Number);
        else if (!number.TryGetInt64(out var most))
            context.FailOperand(3, "must be integer number but got floating-point number");
        else if (Program(context, pattern) is { } program)
            return program.FindAll(text, most, withGroups);
        return null;
    }

    /// <summary>The text of a group; empty when the group took no part.</summary>
    private static RegoValue Part(string text, int[] match, int group) =>
        RegoValue.From(match[2 * group] < 0 ? "" : text.Substring(match[2 * group], match[(2 * group) + 1] - match[2 * group]));

    private static RegoValue? Replace(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue { Value: var text } || args[1] is not StringValue { Value: var pattern } || args[2] is not StringValue { Value: var template })
            return FailStrings(context, args, 3);
        if (Program(context, pattern) is not { } program)
            return null;
        var result = program.Replace(text, template);
        return ReferenceEquals(result, text) ? args[0] : RegoValue.From(result);
    }

    private static RegoValue? Split(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue { Value: var pattern } || args[1] is not StringValue { Value: var text })
            return FailStrings(context, args, 2);
        if (Program(context, pattern) is not { } program)
            return null;
        return new ArrayValue([.. program.Split(text, pattern.Length == 0).Select(RegoValue.From)]);
    }

    private static RegoValue? TemplateMatch(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue { Value: var template } || args[1] is not StringValue { Value: var text }
            || args[2] is not StringValue { Value: var open } || args[3] is not StringValue { Value: var close })
            return FailStrings(context, args, 4);
        // One byte, in fact; and both messages tell the length of the first.
        if (Runes.Utf8Length(open) is not 1 and var length)
            return context.Fail($"start delimiter has to be exactly one character long but is {length} long");
        if (Runes.Utf8Length(close) != 1)
            return context.Fail("end delimiter has to be exactly one character long but is 1 long");
        var key = new PatternKey(template, open + close);
        if (Templates.Find(key) is { } known)
            return RegoValue.From(known.IsMatch(text));
        return RegexPatternTemplate.Compile(template, open[0], close[0], out var error) is { } program
            ? RegoValue.From(Templates.Keep(key, program).IsMatch(text))
            : context.Fail(error!);
    }

    private static RegoValue? GlobsMatch(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not StringValue { Value: var first } || args[1] is not StringValue { Value: var second })
            return FailStrings(context, args, 2);
        if (GlobTokens.Read(first, out var error) is not { } left || GlobTokens.Read(second, out error) is not { } right)
            return context.Fail(error!);
        return RegoValue.From(GlobIntersection.Meet(left, right));
    }

    private static RegexProgram? Program(BuiltinContext context, string pattern)
    {
        if (Patterns.Find(new(pattern)) is { } known)
            return known;
        if (RegexProgram.Compile(pattern, out var error) is { } program)
            return Patterns.Keep(new(pattern), program);
        context.Fail(error!);
        return null;
    }

    /// <summary>Says which of the first operands is the first that is not a text.</summary>
    private static RegoValue? FailStrings(BuiltinContext context, RegoValue[] args, int count)
    {
        var wrong = Array.FindIndex(args, 0, count, arg => arg is not StringValue);
        return context.FailOperand(wrong + 1, args[wrong], RegoKind.String);
    }
}
