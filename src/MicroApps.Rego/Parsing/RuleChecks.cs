namespace MicroApps.Rego;

/// <summary>What OPA asks of rules that are written well, once the whole source is.</summary>
internal static class RuleChecks
{
    public static void Check(Rule rule, bool hasIf, List<RegoError> errors)
    {
        var head = rule.Head;
        if (head.Name is VarTerm name && TokenKinds.IsKeyword(name.Name))
            Add(rule, $"{name.Name} keyword cannot be used for rule name", "use another name", errors);
        if (!rule.HasBody && head is { Value: null, Key: null, Arguments: null, Name: RefTerm { Path.Count: > 1 } })
            Add(rule, "rule must have value assignment and/or body declaration", "write `:= value`, `if { … }`, or both", errors);
        CheckIf(rule, hasIf, errors);
        // As OPA has it: p[x] without `if` is the set p with the element x.
        if (!hasIf && head is { Value: null, Key: null, Arguments: null, Name: RefTerm { Path.Count: 1 } })
            Add(rule, "`contains` keyword is required for partial set rules", "`p contains x if { … }` instead of `p[x] { … }`", errors);
    }

    /// <summary>Bodies begin with <c>if</c>.</summary>
    public static void CheckIf(Rule rule, bool hasIf, List<RegoError> errors)
    {
        if (rule.HasBody && !hasIf)
            Add(rule, $"`if` keyword is required before {(rule.Head.Arguments is null ? "rule" : "function")} body", "write `if` before the `{`", errors);
    }

    private static void Add(Rule rule, string message, string hint, List<RegoError> errors) =>
        errors.Add(new("rego_parse_error", $"{message} (hint: {hint})", rule.Location.File, rule.Location.Line, rule.Location.Column));
}
