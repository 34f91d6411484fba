namespace MicroApps.Rego;

/// <summary>Leaves prints out where nobody listens.</summary>
internal sealed class PrintEraser : TermMapper
{
    public static PrintEraser Instance { get; } = new();

    public Rule Rewrite(Rule rule) => rule with
    {
        Head = rule.Head with { Key = rule.Head.Key is null ? null : Map(rule.Head.Key), Value = rule.Head.Value is null ? null : Map(rule.Head.Value) },
        Body = MapBody(rule.Body),
        Else = rule.Else is null ? null : Rewrite(rule.Else),
    };

    public override Expr MapExpr(Expr expr) =>
        expr is TermExpr { Term: CallTerm call } term && Operators.Is(call, Operators.Print) ? term with { Term = new ConstantTerm(term.Location, RegoValue.True), With = [] } : base.MapExpr(expr);
}
