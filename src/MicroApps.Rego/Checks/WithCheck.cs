namespace MicroApps.Rego;

/// <summary>What <c>with</c> may replace: input, data and functions.</summary>
internal sealed class WithCheck(RuleNode root, Func<RuleNode, bool> hasRules, Func<string, bool> isGranted, ErrorLog errors) : TermVisitor
{
    protected override void Visit(WithModifier with)
    {
        var head = with.Target is RefTerm { Head: VarTerm first } ? first.Name : (with.Target as VarTerm)?.Name;
        if (head == Operators.Data && with.Target is RefTerm reference)
            CheckDocument(reference);
        else if (head is not (Operators.Input or Operators.Data))
            CheckFunction(with.Target);
        base.Visit(with);
    }

    // A rule is replaced as a whole or not at all.
    private void CheckDocument(RefTerm reference)
    {
        var node = root;
        foreach (var part in reference.Path.Take(reference.Path.Count - 1))
        {
            if (part is not ConstantTerm constant || !node.Children.TryGetValue(constant.Value, out node!))
                return;
            if (!hasRules(node))
                continue;
            errors.Add(ErrorLog.Compile, reference.Location, "with keyword cannot partially replace virtual document(s)");
            return;
        }
    }

    private void CheckFunction(Term target)
    {
        if (Operators.Name(target) is not { } name || BuiltinTypes.Find(name) is not { } function || !isGranted(name))
            errors.Add(ErrorLog.Type, target.Location, $"with keyword target must reference existing input, data, or a function{CapabilityGroups.Hint(Operators.Name(target) ?? "")}");
        else if (name is Operators.Unify or "rego.metadata.chain" or "rego.metadata.rule")
            Refuse(target, $"replacement of \"{name}\" invalid");
        else if (name.StartsWith("internal.", StringComparison.Ordinal))
            Refuse(target, $"replacement of internal function \"{name}\" invalid");
        else if (name == "walk")
            Refuse(target, "target must not be a relation");
        else if (function.Result is null)
            Refuse(target, "target must not be a void function");
    }

    private void Refuse(Term target, string why) => errors.Add(ErrorLog.Compile, target.Location, $"with keyword replacing built-in function: {why}");
}
