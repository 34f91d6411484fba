namespace MicroApps.Rego;

/// <summary>Calls of <c>equal</c> become unification once the order is known: it binds nothing that is not bound.</summary>
internal sealed class EqualRewriter : TermMapper
{
    public static EqualRewriter Instance { get; } = new();

    protected override Term MapCall(CallTerm call) =>
        call.Arguments.Count == 2 && Operators.Is(call, Operators.Equal) ? base.MapCall(call with { Operator = new VarTerm(call.Operator.Location, Operators.Unify) }) : base.MapCall(call);
}
