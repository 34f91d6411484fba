namespace MicroApps.Rego;

/// <summary>Refuses calls of unknown functions and with a wrong number of arguments.</summary>
internal sealed class CallCheck(PlanContext context, Func<string, bool> isRule, NameSource names, ErrorLog errors) : TermVisitor
{
    public override void Visit(Term? term)
    {
        if (term is CallTerm call)
            Check(call, mayTakeResult: false);
        else
            base.Visit(term);
    }

    protected override void VisitTop(Term term)
    {
        if (term is CallTerm call)
            Check(call, mayTakeResult: true);
        else
            Visit(term);
    }

    // A call that is a whole expression may have one more argument, which its result has to equal.
    private void Check(CallTerm call, bool mayTakeResult)
    {
        var name = Operators.Name(call.Operator);
        var count = call.Arguments.Count;
        // A rule that is called is told of when types are checked.
        var isRuleCall = name is not null && context.Function(name) is null && isRule(name) && (count == 0 || (mayTakeResult && count == 1));
        if ((name is null || context.Function(name) is null) && !isRuleCall)
            errors.Add(ErrorLog.Type, call.Location, $"undefined function {TermText.Of(call.Operator, names)}{CapabilityGroups.Hint(name ?? "")}");
        else if (!isRuleCall && context.ArityOf(name!) is var arity && count != arity && !(mayTakeResult && count == arity + 1))
            errors.Add(ErrorLog.Type, call.Location, $"function {name} has arity {arity}, got {count} argument{(count == 1 ? "" : "s")}");
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
