namespace MicroApps.Rego;

/// <summary>Leaves prints out where nobody listens.</summary>
internal sealed class PrintEraser : TermMapper
{
    public static PrintEraser Instance { get; } = new();

    public override Expr MapExpr(Expr expr) =>
        expr is TermExpr { Term: CallTerm call } term && Operators.Is(call, Operators.Print) ? term with { Term = new ConstantTerm(term.Location, RegoValue.True), With = [] } : base.MapExpr(expr);
}
