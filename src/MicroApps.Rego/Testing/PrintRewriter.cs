namespace MicroApps.Rego;

/// <summary>
/// Calls of <c>print</c>: left out, or, when they are kept, each argument becomes the set of its values, so that one without a value does not end the body.
/// </summary>
internal sealed class PrintRewriter(NameSource names, bool keeps) : TermMapper
{
    private const string Function = "print";

    public Rule Rewrite(Rule rule) => rule with
    {
        Head = rule.Head with
        {
            Name = Map(rule.Head.Name),
            Key = rule.Head.Key is null ? null : Map(rule.Head.Key),
            Value = rule.Head.Value is null ? null : Map(rule.Head.Value),
        },
        Body = MapBody(rule.Body),
        Else = rule.Else is null ? null : Rewrite(rule.Else),
    };

    public override IReadOnlyList<Expr> MapBody(IReadOnlyList<Expr> body)
    {
        List<Expr> mapped = [.. body.Where(e => keeps || !IsPrint(e)).Select(MapExpr)];
        if (mapped.Count == 0)
            mapped.Add(new TermExpr(body[0].Location, new ConstantTerm(body[0].Location, RegoValue.True), false, []));
        return mapped;
    }

    public override Expr MapExpr(Expr expr)
    {
        var mapped = base.MapExpr(expr);
        if (mapped is not TermExpr { Term: CallTerm call } print || !IsPrint(mapped))
            return mapped;
        var values = new ArrayTerm(call.Location, [.. call.Arguments.Select(Values)]);
        return print with { Term = Operators.Call(call.Location, Operators.Print, values) with { IsInfix = false } };
    }

    private ComprehensionTerm Values(Term argument)
    {
        var value = names.MakeVar(argument.Location);
        return new(argument.Location, RegoKind.Set, null, value, [Operators.UnifyExpr(argument.Location, value, argument, [])]);
    }

    private static bool IsPrint(Expr expr) => expr is TermExpr { Term: CallTerm { Operator: VarTerm { Name: Function } } };
}
