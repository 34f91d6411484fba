namespace MicroApps.Rego;

/// <summary>What is done with variables where they are used.</summary>
internal sealed partial class LocalRewriter
{
    /// <summary>Uses of variables: takes the names that are declared, and notes the others as seen.</summary>
    private sealed class Uses(LocalRewriter owner, LocalScopes scopes) : TermMapper
    {
        public override Term Map(Term term)
        {
            // input and data are documents even where a variable has their name, unless it is declared.
            if (term is not VarTerm variable)
                return base.Map(term);
            var isRoot = Operators.IsRoot(variable.Name);
            if ((isRoot ? scopes.FindDeclared(variable.Name) : scopes.Find(variable.Name)) is { } given)
            {
                scopes.Used.Add(given);
                return variable with { Name = given };
            }

            if (!isRoot)
                scopes.See(variable.Name, variable.Location);
            return variable;
        }

        public override Expr MapExpr(Expr expr) => expr switch
        {
            EveryExpr or SomeExpr => owner.Statement(expr, scopes) ?? expr,
            TermExpr { Term: CallTerm { IsInfix: false } call } term => term with { Term = base.MapCall(call), With = MapWith(term.With) },
            _ => base.MapExpr(expr),
        };

        // The name of a function is one that is seen, as any other; written as an operator it is not one of a variable.
        protected override Term MapCall(CallTerm call)
        {
            var name = (call.Operator is RefTerm reference ? reference.Head : call.Operator) as VarTerm;
            if (!call.IsInfix)
            {
                if (name is not null && scopes.Find(name.Name) is not null)
                    owner.Report(call.Location, $"called function {name.Name} shadowed (hint: a variable has the name of the function)");
                return base.MapCall(call);
            }

            scopes.See(name!.Name, name.Location);
            return call with { Arguments = MapAll(call.Arguments) };
        }

        protected override Term MapComprehension(ComprehensionTerm term)
        {
            scopes.Push();
            var body = owner.Body(term.Body, scopes);
            var mapped = term with { Body = body, Key = term.Key is null ? null : Map(term.Key), Value = Map(term.Value) };
            owner.Leave(scopes);
            return mapped;
        }
    }

    /// <summary>Rewrites what has a scope of its own, and nothing else.</summary>
    private sealed class ClosuresOnly(LocalRewriter owner, LocalScopes scopes) : TermMapper
    {
        protected override Term MapComprehension(ComprehensionTerm term) => new Uses(owner, scopes).Map(term);
    }

    /// <summary>The names of the body in the head.</summary>
    private sealed class HeadNames(LocalScopes scopes) : TermMapper
    {
        public override Term Map(Term term)
        {
            if (term is not VarTerm { Name: not (Operators.Input or Operators.Data) } variable || scopes.Find(variable.Name) is not { } given)
                return base.Map(term);
            scopes.Used.Add(given);
            return variable with { Name = given };
        }
    }
}
