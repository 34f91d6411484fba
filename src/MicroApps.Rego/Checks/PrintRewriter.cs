namespace MicroApps.Rego;

/// <summary>
/// Prints each argument as the set of its values, so that one which is undefined does not end the body; refuses arguments that are not bound above.
/// </summary>
internal sealed class PrintRewriter(OutputVars outputs, NameSource names, ErrorLog errors) : TermMapper
{
    private HashSet<string> _safe = [Operators.Input, Operators.Data];
    private HashSet<string> _outside = [Operators.Input, Operators.Data];

    public Rule Rewrite(Rule rule)
    {
        var safe = _safe;
        _safe = _outside = [.. safe, .. (rule.Head.Arguments ?? []).SelectMany(a => Patterns.Vars(a))];
        var rewritten = rule with { Body = MapBody(rule.Body), Head = Head(rule.Head), Else = rule.Else is null ? null : Rewrite(rule.Else) };
        _safe = _outside = safe;
        return rewritten;
    }

    public override IReadOnlyList<Expr> MapBody(IReadOnlyList<Expr> body)
    {
        if (!Printing.IsIn(body))
            return body;
        var outer = _safe;
        _safe = [.. outer];
        List<Expr> mapped = [];
        foreach (var expr in body)
        {
            mapped.Add(MapExpr(expr));
            _safe.UnionWith(outputs.Of(expr, _safe));
        }

        _safe = outer;
        return mapped;
    }

    public override Expr MapExpr(Expr expr)
    {
        if (expr is TermExpr { Term: CallTerm call } term && Operators.Name(call.Operator) == "print")
            return term with { Term = Print(call) };
        if (expr is not EveryExpr every)
            return base.MapExpr(expr);
        var (outer, domain) = (_safe, Apart(every.Domain));
        _safe = [.. outer, .. VarCollector.Of(every.Value), .. every.Key is null ? [] : VarCollector.Of(every.Key)];
        var mapped = every with { Domain = domain, Body = MapBody(every.Body), With = MapWith(every.With) };
        _safe = outer;
        return mapped;
    }

    protected override Term MapComprehension(ComprehensionTerm term) =>
        term with { Body = MapBody(term.Body), Key = term.Key is null ? null : Apart(term.Key), Value = Apart(term.Value) };

    // OPA looks at what an `every` goes over, and at what a comprehension collects, apart from the bodies around them.
    private Term Apart(Term term)
    {
        var outer = _safe;
        _safe = _outside;
        var mapped = Map(term);
        _safe = outer;
        return mapped;
    }

    private RuleHead Head(RuleHead head) => head with
    {
        Key = head.Key is null ? null : Map(head.Key),
        Value = head.Value is null ? null : Map(head.Value),
    };

    private CallTerm Print(CallTerm call)
    {
        List<Term> parts = [];
        foreach (var argument in call.Arguments)
        {
            foreach (var name in VarCollector.Of(argument, VarScope.Safety).Where(v => !_safe.Contains(v)).OrderBy(v => v, StringComparer.Ordinal))
                errors.Add(ErrorLog.Compile, argument.Location, $"var {names.Original(name) ?? name} is undeclared (hint: bind it in a line above)");
            var value = names.MakeVar(argument.Location);
            parts.Add(new ComprehensionTerm(argument.Location, RegoKind.Set, null, value, [Operators.UnifyExpr(argument.Location, value, argument, [])]));
        }

        return Operators.Call(call.Location, Operators.Print, new ArrayTerm(call.Location, parts)) with { IsInfix = false };
    }

    /// <summary>Looks for calls of <c>print</c>: most bodies have none.</summary>
    private sealed class Printing : TermVisitor
    {
        private bool _found;

        public static bool IsIn(IReadOnlyList<Expr> body)
        {
            var visitor = new Printing();
            visitor.Visit(body);
            return visitor._found;
        }

        public override void Visit(Term? term)
        {
            _found |= term is CallTerm { Operator: VarTerm { Name: "print" } };
            base.Visit(term);
        }
    }
}
