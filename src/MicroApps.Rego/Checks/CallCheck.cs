namespace MicroApps.Rego;

/// <summary>Refuses calls of unknown functions and with a wrong number of arguments.</summary>
internal sealed class CallCheck(PlanContext context, NameSource names, ErrorLog errors) : TermVisitor
{
    public override void Visit(Term? term)
    {
        if (term is CallTerm call)
            Check(call);
        else
            base.Visit(term);
    }

    private void Check(CallTerm call)
    {
        var name = Operators.Name(call.Operator);
        if (name is null || context.Function(name) is null)
            errors.Add(ErrorLog.Type, call.Location, $"undefined function {TermText.Of(call.Operator, names)}");
        else if (context.ArityOf(name) is var arity && call.Arguments.Count != arity && call.Arguments.Count != arity + 1)
            errors.Add(ErrorLog.Type, call.Location, $"function {name} has arity {arity}, got {call.Arguments.Count} argument{(call.Arguments.Count == 1 ? "" : "s")}");
        VisitAll(call.Arguments);
    }
}

/// <summary>Refuses calls of functions that the language does not have any more.</summary>
internal sealed class DeprecatedCheck(ErrorLog errors) : TermVisitor
{
    public override void Visit(Term? term)
    {
        if (term is CallTerm call && Operators.Name(call.Operator) is { } name && BuiltinTypes.IsDeprecated(name))
            errors.Add(ErrorLog.Type, call.Location, $"deprecated built-in function calls in expression: {name} (hint: write {BuiltinTypes.Instead(name)})");
        base.Visit(term);
    }
}
