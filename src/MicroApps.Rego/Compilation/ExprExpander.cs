namespace MicroApps.Rego;

/// <summary>
/// Takes calls out of other terms, so that an expression is one call or none: <c>f(g(x))</c> becomes <c>g(x, t); f(t)</c>. What is taken out of a negation runs before it, as in OPA:
/// <c>not f(g(x))</c> fails when <c>g(x)</c> is undefined. Heads, comprehensions and <c>with</c> hold no reference after it.
/// </summary>
internal sealed class ExprExpander(NameSource names, Func<string, bool> isFunction)
{
    public Rule Expand(Rule rule)
    {
        var body = Body(rule.Body);
        var arguments = rule.Head.Arguments?.Select(a => Hoist(a, body)).ToList();
        var head = rule.Head with
        {
            Arguments = arguments,
            Name = rule.Head.Name is RefTerm name ? name with { Path = [.. name.Path.Select(t => Hoist(t, body))] } : rule.Head.Name,
            Key = rule.Head.Key is null ? null : Hoist(rule.Head.Key, body),
            Value = rule.Head.Value is null ? null : Hoist(rule.Head.Value, body),
        };
        return rule with { Head = head, Body = body, Else = rule.Else is null ? null : Expand(rule.Else) };
    }

    public List<Expr> Body(IEnumerable<Expr> body)
    {
        List<Expr> expanded = [];
        foreach (var expr in body)
            Expand(expr, expanded);
        return expanded;
    }

    private void Expand(Expr expr, List<Expr> before)
    {
        var with = With(expr.With, before);
        switch (expr)
        {
            case TermExpr { Term: CallTerm call } term:
                before.Add(term with { Term = call with { Arguments = [.. call.Arguments.Select(a => Term(a, before, with))] }, With = with });
                break;
            case TermExpr term:
                before.Add(term with { Term = Term(term.Term, before, with), With = with });
                break;
            case EveryExpr every:
                var domain = new VarTerm(every.Domain.Location, names.Make());
                Expand(Operators.UnifyExpr(every.Domain.Location, domain, every.Domain, with) with { IsNegated = every.IsNegated }, before);
                before.Add(every with { Domain = domain, Body = Body(every.Body), With = with });
                break;
            default:
                before.Add(expr);
                break;
        }
    }

    private IReadOnlyList<WithModifier> With(IReadOnlyList<WithModifier> with, List<Expr> before) =>
        with.Count == 0 ? with : [.. with.Select(w => w with { Target = Plain(w.Target), Value = IsFunction(w) ? Plain(w.Value) : Hoist(w.Value, before) })];

    // The name of a function is no reference to a document.
    private Term Plain(Term term) => Operators.Name(term) is { } name && isFunction(name) ? new VarTerm(term.Location, name) : term;

    // "with f as g" names a function, which is nothing to evaluate.
    private bool IsFunction(WithModifier with) =>
        Operators.Name(with.Target) is { } target && isFunction(target) && Operators.Name(with.Value) is { } value && isFunction(value);

    /// <summary>A term without calls; they are added to the expressions before it.</summary>
    private Term Term(Term term, List<Expr> before, IReadOnlyList<WithModifier> with)
    {
        switch (term)
        {
            case CallTerm call:
                var arguments = call.Arguments.Select(a => Term(a, before, with)).ToList();
                var result = names.MakeVar(call.Location);
                before.Add(new TermExpr(call.Location, call with { Arguments = [.. arguments, result] }, false, with));
                return result;
            case RefTerm reference:
                return reference with { Head = Name(Term(reference.Head, before, with), before, with), Path = [.. reference.Path.Select(p => Term(p, before, with))] };
            case ArrayTerm array:
                return array with { Items = [.. array.Items.Select(i => Term(i, before, with))] };
            case SetTerm set:
                return set with { Items = [.. set.Items.Select(i => Term(i, before, with))] };
            case ObjectTerm obj:
                return obj with { Items = [.. obj.Items.Select(i => new ObjectItem(Term(i.Key, before, with), Term(i.Value, before, with)))] };
            case ComprehensionTerm comprehension:
                return Comprehension(comprehension);
            default:
                return term;
        }
    }

    /// <summary>The head of a reference: a variable.</summary>
    private VarTerm Name(Term head, List<Expr> before, IReadOnlyList<WithModifier> with)
    {
        if (head is VarTerm name)
            return name;
        var variable = names.MakeVar(head.Location);
        before.Add(Operators.UnifyExpr(head.Location, variable, head, with));
        return variable;
    }

    private ComprehensionTerm Comprehension(ComprehensionTerm comprehension)
    {
        var body = Body(comprehension.Body);
        var key = comprehension.Key is null ? null : Hoist(comprehension.Key, body);
        return comprehension with { Key = key, Value = Hoist(comprehension.Value, body), Body = body };
    }

    /// <summary>A term of constants and variables; what has to be evaluated is added to a body.</summary>
    private Term Hoist(Term term, List<Expr> body)
    {
        term = Term(term, body, []);
        if (!NeedsEvaluation(term))
            return term;
        var variable = names.MakeVar(term.Location);
        body.Add(Operators.UnifyExpr(term.Location, variable, term, []));
        return variable;
    }

    private static bool NeedsEvaluation(Term term) => term switch
    {
        RefTerm or CallTerm or ComprehensionTerm => true,
        ArrayTerm array => array.Items.Any(NeedsEvaluation),
        SetTerm set => set.Items.Any(NeedsEvaluation),
        ObjectTerm obj => obj.Items.Any(i => NeedsEvaluation(i.Key) || NeedsEvaluation(i.Value)),
        _ => false,
    };
}
