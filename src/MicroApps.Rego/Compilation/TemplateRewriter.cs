namespace MicroApps.Rego;

/// <summary>Turns template strings into calls: each expression becomes a set of its value, empty when it is undefined.</summary>
internal sealed class TemplateRewriter(NameSource names) : TermMapper
{
    public const string Function = "internal.template_string";

    public Rule Rewrite(Rule rule) => rule with
    {
        Head = rule.Head with
        {
            Arguments = rule.Head.Arguments is null ? null : MapAll(rule.Head.Arguments),
            Name = Map(rule.Head.Name),
            Key = rule.Head.Key is null ? null : Map(rule.Head.Key),
            Value = rule.Head.Value is null ? null : Map(rule.Head.Value),
        },
        Body = MapBody(rule.Body),
        Else = rule.Else is null ? null : Rewrite(rule.Else),
    };

    public override Term Map(Term term)
    {
        if (term is not TemplateTerm template)
            return base.Map(term);
        var parts = template.Parts.Select(p => p.Expr is null ? Operators.Text(term.Location, p.Text!) : Part(p.Expr));
        return Operators.Call(term.Location, Function, new ArrayTerm(term.Location, [.. parts])) with { IsInfix = false };
    }

    private Term Part(Expr expr)
    {
        var mapped = MapExpr(expr);
        if (mapped is not TermExpr term)
            return Operators.Text(expr.Location, "");
        if (term.Term is ConstantTerm && term.With.Count == 0)
            return new SetTerm(expr.Location, [term.Term]);
        var value = names.MakeVar(expr.Location);
        return new ComprehensionTerm(expr.Location, RegoKind.Set, null, value, [Operators.UnifyExpr(expr.Location, value, term.Term, term.With)]);
    }
}
