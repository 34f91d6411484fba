namespace MicroApps.Rego;

/// <summary>Makes changed copies of terms and expressions; what does not change is shared.</summary>
internal abstract class TermMapper
{
    public virtual Term Map(Term term) => term switch
    {
        RefTerm reference => MapRef(reference),
        ArrayTerm array => array with { Items = MapAll(array.Items) },
        SetTerm set => set with { Items = MapAll(set.Items) },
        ObjectTerm obj => obj with { Items = [.. obj.Items.Select(i => new ObjectItem(Map(i.Key), Map(i.Value)))] },
        CallTerm call => MapCall(call),
        ComprehensionTerm comprehension => MapComprehension(comprehension),
        TemplateTerm template => template with { Parts = [.. template.Parts.Select(p => p.Expr is null ? p : p with { Expr = MapExpr(p.Expr) })] },
        _ => term,
    };

    protected virtual Term MapRef(RefTerm reference) => reference with { Head = Map(reference.Head), Path = MapAll(reference.Path) };

    protected virtual Term MapCall(CallTerm call) => call with { Operator = Map(call.Operator), Arguments = MapAll(call.Arguments) };

    protected virtual Term MapComprehension(ComprehensionTerm term) =>
        term with { Body = MapBody(term.Body), Key = term.Key is null ? null : Map(term.Key), Value = Map(term.Value) };

    public virtual Expr MapExpr(Expr expr)
    {
        var with = MapWith(expr.With);
        return expr switch
        {
            TermExpr term => term with { Term = Map(term.Term), With = with },
            SomeExpr some => some with { Symbols = MapAll(some.Symbols), With = with },
            EveryExpr every => every with { Key = every.Key is null ? null : Map(every.Key), Value = Map(every.Value), Domain = Map(every.Domain), Body = MapBody(every.Body), With = with },
            _ => expr,
        };
    }

    public virtual IReadOnlyList<Expr> MapBody(IReadOnlyList<Expr> body) => [.. body.Select(MapExpr)];

    protected virtual IReadOnlyList<WithModifier> MapWith(IReadOnlyList<WithModifier> with) =>
        with.Count == 0 ? with : [.. with.Select(w => w with { Target = Map(w.Target), Value = Map(w.Value) })];

    protected IReadOnlyList<Term> MapAll(IReadOnlyList<Term> terms) => [.. terms.Select(Map)];
}
