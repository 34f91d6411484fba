namespace MicroApps.Rego;

/// <summary><c>input</c> and <c>data</c> are names of documents: nothing else can be called so.</summary>
internal sealed class RootNameCheck(ErrorLog errors) : TermVisitor
{
    /// <summary>Arguments, which have to be looked at before names are resolved.</summary>
    public static void CheckArguments(Rule rule, ErrorLog errors)
    {
        foreach (var argument in rule.Head.Arguments ?? [])
            CheckArgument(argument, errors);
    }

    public void Check(Rule rule)
    {
        var name = (rule.Head.Name as VarTerm ?? (VarTerm)((RefTerm)rule.Head.Name).Head).Name;
        if (Operators.IsRoot(name))
            errors.Add(ErrorLog.Compile, rule.Location, $"rules must not shadow {name} (use a different rule name)");
        Visit(rule);
    }

    public override void Visit(Expr expr)
    {
        if (expr is TermExpr { Term: CallTerm { Arguments: [VarTerm { Name: Operators.Input or Operators.Data } variable, _] } call } && Operators.Is(call, Operators.Assign))
            errors.Add(ErrorLog.Compile, expr.Location, $"variables must not shadow {variable.Name} (use a different variable name)");
        base.Visit(expr);
    }

    private static void CheckArgument(Term term, ErrorLog errors)
    {
        switch (term)
        {
            case VarTerm { Name: Operators.Input or Operators.Data } variable:
                errors.Add(ErrorLog.Compile, variable.Location, $"args must not shadow {variable.Name} (use a different variable name)");
                break;
            case ArrayTerm array:
                foreach (var item in array.Items)
                    CheckArgument(item, errors);
                break;
            case ObjectTerm obj:
                foreach (var (key, value) in obj.Items)
                {
                    CheckArgument(key, errors);
                    CheckArgument(value, errors);
                }

                break;
        }
    }
}
