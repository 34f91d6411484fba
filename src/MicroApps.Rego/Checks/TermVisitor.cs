namespace MicroApps.Rego;

/// <summary>Visits terms and expressions, outer ones first.</summary>
internal abstract class TermVisitor
{
    public void Visit(Rule rule)
    {
        Visit(rule.Head);
        Visit(rule.Body);
        if (rule.Else is not null)
            Visit(rule.Else);
    }

    public void Visit(RuleHead head)
    {
        if (head.Name is RefTerm name)
            VisitAll(name.Path);
        VisitAll(head.Arguments ?? []);
        Visit(head.Key);
        Visit(head.Value);
    }

    public void Visit(IEnumerable<Expr> body)
    {
        foreach (var expr in body)
            Visit(expr);
    }

    public virtual void Visit(Expr expr)
    {
        switch (expr)
        {
            case TermExpr term:
                VisitTop(term.Term);
                break;
            case SomeExpr some:
                VisitAll(some.Symbols);
                break;
            case EveryExpr every:
                Visit(every.Key);
                Visit(every.Value);
                Visit(every.Domain);
                Visit(every.Body);
                break;
        }

        foreach (var with in expr.With)
            Visit(with);
    }

    public virtual void Visit(Term? term)
    {
        switch (term)
        {
            case RefTerm reference:
                Visit(reference.Head);
                VisitAll(reference.Path);
                break;
            case ArrayTerm array:
                VisitAll(array.Items);
                break;
            case SetTerm set:
                VisitAll(set.Items);
                break;
            case ObjectTerm obj:
                foreach (var (key, value) in obj.Items)
                {
                    Visit(key);
                    Visit(value);
                }

                break;
            case CallTerm call:
                Visit(call.Operator);
                VisitAll(call.Arguments);
                break;
            case ComprehensionTerm comprehension:
                Visit(comprehension.Key);
                Visit(comprehension.Value);
                Visit(comprehension.Body);
                break;
            case TemplateTerm template:
                foreach (var part in template.Parts)
                    if (part.Expr is { } expr)
                        Visit(expr);
                break;
        }
    }

    /// <summary>The term that is a whole expression.</summary>
    protected virtual void VisitTop(Term term) => Visit(term);

    protected virtual void Visit(WithModifier with)
    {
        Visit(with.Target);
        Visit(with.Value);
    }

    protected void VisitAll(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
            Visit(term);
    }
}
