namespace MicroApps.Rego;

/// <summary>
/// Takes references and comprehensions out of calls, composites and paths, so that each is evaluated by an expression of its own right before: <c>f(input.x)</c> becomes
/// <c>t = input.x; f(t)</c>. Like OPA it leaves whole operands of <c>=</c> and whole expressions where they are, so <c>not input.x == 1</c> holds when there is no <c>x</c>.
/// </summary>
internal sealed class DynamicTerms(NameSource names)
{
    public List<Expr> Rewrite(IEnumerable<Expr> body)
    {
        List<Expr> rewritten = [];
        foreach (var expr in body)
            Rewrite(expr, rewritten);
        return rewritten;
    }

    private void Rewrite(Expr expr, List<Expr> before)
    {
        switch (expr)
        {
            case TermExpr { Term: CallTerm call } term when Operators.Name(call.Operator) == Operators.Unify && call.Arguments.Count == 2:
                before.Add(term with { Term = call with { Arguments = [Whole(call.Arguments[0], expr, before), Whole(call.Arguments[1], expr, before)] } });
                break;
            case TermExpr { Term: CallTerm call } term:
                before.Add(term with { Term = call with { Arguments = [.. call.Arguments.Select(a => One(a, expr, before))] } });
                break;
            case TermExpr term:
                before.Add(term with { Term = Whole(term.Term, expr, before) });
                break;
            case EveryExpr every:
                before.Add(every with { Domain = One(every.Domain, expr, before), Body = Rewrite(every.Body) });
                break;
            default:
                before.Add(expr);
                break;
        }
    }

    private Term Whole(Term term, Expr expr, List<Expr> before) => term switch
    {
        RefTerm reference => reference with { Path = [.. reference.Path.Select(p => One(p, expr, before))] },
        VarTerm => term,
        ComprehensionTerm comprehension => comprehension with { Body = Rewrite(comprehension.Body) },
        _ => One(term, expr, before),
    };

    private Term One(Term term, Expr expr, List<Expr> before)
    {
        switch (term)
        {
            case RefTerm or ComprehensionTerm:
                var value = Whole(term, expr, before);
                var variable = names.MakeVar(term.Location);
                before.Add(Operators.UnifyExpr(term.Location, variable, value, expr.With));
                return variable;
            case VarTerm { Name: Operators.Input or Operators.Data } document:
                var whole = names.MakeVar(term.Location);
                before.Add(Operators.UnifyExpr(term.Location, whole, document, expr.With));
                return whole;
            case ArrayTerm array:
                return array with { Items = [.. array.Items.Select(i => One(i, expr, before))] };
            case SetTerm set:
                return set with { Items = [.. set.Items.Select(i => One(i, expr, before))] };
            case ObjectTerm obj:
                return obj with { Items = [.. obj.Items.Select(i => new ObjectItem(One(i.Key, expr, before), One(i.Value, expr, before)))] };
            default:
                return term;
        }
    }
}
