namespace MicroApps.Rego.Tests;

/// <summary>Writes what the parser made of a source, with all of its structure, on one line.</summary>
internal static class SyntaxText
{
    public static string Of(Term? term) => term switch
    {
        null => "-",
        ConstantTerm { Value: StringValue text } => '"' + text.Value + '"',
        ConstantTerm { Value: NumberValue number } => number.Text,
        ConstantTerm { Value: BooleanValue boolean } => boolean.Value ? "true" : "false",
        ConstantTerm => "null",
        VarTerm variable => variable.Name,
        RefTerm reference => $"{Of(reference.Head)}[{Of(reference.Path)}]",
        ArrayTerm array => $"array({Of(array.Items)})",
        SetTerm set => $"set({Of(set.Items)})",
        ObjectTerm obj => $"object({string.Join(", ", obj.Items.Select(item => Of(item.Key) + ": " + Of(item.Value)))})",
        ComprehensionTerm found => $"{found.Kind}({(found.Key is null ? "" : Of(found.Key) + ": ")}{Of(found.Value)} | {Of(found.Body)})",
        CallTerm call => $"{Function(call.Operator)}({Of(call.Arguments)})",
        TemplateTerm template => $"{(template.IsRaw ? "raw" : "template")}({string.Join(", ", template.Parts.Select(part => part.Expr is null ? '"' + part.Text + '"' : Of(part.Expr)))})",
        _ => throw new InvalidOperationException(term.GetType().Name),
    };

    public static string Of(Expr expr)
    {
        var text = expr switch
        {
            TermExpr term => Of(term.Term),
            SomeExpr some => $"some {Of(some.Symbols)}",
            EveryExpr every => $"every {Of(every.Key)}, {Of(every.Value)} in {Of(every.Domain)} {{{Of(every.Body)}}}",
            _ => throw new InvalidOperationException(expr.GetType().Name),
        };
        return (expr.IsNegated ? "not " : "") + text + string.Concat(expr.With.Select(with => $" with {Of(with.Target)} as {Of(with.Value)}"));
    }

    public static string Of(Rule rule)
    {
        var head = rule.Head;
        var text = (rule.IsDefault ? "default " : "") + Of(head.Name) + (head.Arguments is null ? "" : $"({Of(head.Arguments)})");
        text += (head.Key is null ? "" : " contains " + Of(head.Key)) + (head.Value is null ? "" : (head.IsAssigned ? " := " : " = ") + Of(head.Value));
        return text + (rule.HasBody ? $" {{{Of(rule.Body)}}}" : "") + (rule.Else is null ? "" : " else " + Of(rule.Else));
    }

    public static string Of(IEnumerable<Expr> body) => string.Join("; ", body.Select(Of));

    private static string Of(IEnumerable<Term> terms) => string.Join(", ", terms.Select(Of));

    private static string Function(Term function) => function is RefTerm { Head: VarTerm head } reference
        ? head.Name + string.Concat(reference.Path.Select(part => part is ConstantTerm { Value: StringValue name } ? "." + name.Value : $"[{Of(part)}]")) : Of(function);
}
