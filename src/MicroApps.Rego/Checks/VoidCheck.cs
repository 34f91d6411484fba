namespace MicroApps.Rego;

/// <summary>Calls of functions that answer nothing, where a value is needed.</summary>
internal sealed class VoidCheck(ErrorLog errors) : TermVisitor
{
    public override void Visit(Term? term)
    {
        if (term is CallTerm call && Operators.Name(call.Operator) is { } name && BuiltinTypes.Find(name) is { Result: null })
            errors.Add(ErrorLog.Type, call.Location, $"{name}(…) used as value (hint: it has none; call it in a line of its own)");
        base.Visit(term);
    }

    protected override void VisitTop(Term term)
    {
        if (term is CallTerm call)
            VisitAll(call.Arguments);
        else
            Visit(term);
    }
}
