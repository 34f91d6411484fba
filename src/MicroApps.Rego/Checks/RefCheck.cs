namespace MicroApps.Rego;

/// <summary>Refuses references to what cannot be there, and gives the variables in references the types of keys.</summary>
internal sealed class RefCheck(TypeScope scope, NameSource names, Action<Location, string> report) : TermVisitor
{
    private readonly TypeUnifier _unifier = new(scope);

    public override void Visit(Expr expr)
    {
        // What "with" names is looked at elsewhere.
        switch (expr)
        {
            case TermExpr { Term: CallTerm call }:
                VisitAll(call.Arguments);
                break;
            case TermExpr term:
                Visit(term.Term);
                break;
            case EveryExpr every:
                Visit(every.Domain);
                Visit(every.Body);
                break;
        }
    }

    public override void Visit(Term? term)
    {
        if (term is ComprehensionTerm)
            return;
        if (term is not RefTerm reference)
        {
            base.Visit(term);
            return;
        }

        if (reference.Head is not VarTerm)
            Visit(reference.Head);
        if (scope.Of(reference) is FunctionType)
            Report(reference, reference.Path.Count, "it is a function: call it with arguments");
        else
            Check(reference);
        VisitAll(reference.Path);
    }

    private void Check(RefTerm reference)
    {
        switch (reference.Head)
        {
            case VarTerm { Name: Operators.Data }:
                CheckData(reference);
                break;
            case VarTerm { Name: Operators.Input }:
                CheckFrom(RegoType.Any, reference, 0);
                break;
            case VarTerm head:
                var type = scope.Find(head.Name);
                if (type is null)
                    scope.Set(head.Name, type = RegoType.Any);
                CheckFrom(type, reference, 0);
                break;
            default:
                CheckFrom(scope.Of(reference.Head) ?? RegoType.Any, reference, 0);
                break;
        }
    }

    private void CheckData(RefTerm reference)
    {
        var node = scope.Data;
        for (var i = 0; i < reference.Path.Count && !node.IsEmpty; i++)
        {
            var part = reference.Path[i];
            if (i < 2 && part is not (VarTerm or ConstantTerm { Value: StringValue }))
            {
                Report(reference, i, "it has names only");
                return;
            }

            if (part is VarTerm variable)
            {
                if (!Fits(variable, TypeAlgebra.Keys(node.Extent()), reference, i))
                    return;
                break;
            }

            if (part is not ConstantTerm constant || node.Child(constant.Value) is not { } child)
                break;
            if (child.Type is not null)
            {
                CheckFrom(child.Type, reference, i + 1);
                return;
            }

            node = child;
        }

        // There may be data of any shape beside the rules.
        CheckFrom(RegoType.Any, reference, 0);
    }

    private void CheckFrom(RegoType? type, RefTerm reference, int from)
    {
        for (var i = from; i < reference.Path.Count; i++)
        {
            if (TypeAlgebra.Keys(type) is not { } keys)
            {
                Report(reference, i, $"what stands before it is {type}, which has no parts");
                return;
            }

            var part = reference.Path[i];
            if (part is ConstantTerm constant)
            {
                type = TypeAlgebra.Select(type, constant.Value);
                if (type is null)
                {
                    Report(reference, i, $"have: {constant.Value}, want: {keys}");
                    return;
                }

                continue;
            }

            if (!Fits(part, keys, reference, i))
                return;
            type = TypeAlgebra.Values(type);
        }
    }

    private bool Fits(Term part, RegoType? keys, RefTerm reference, int at)
    {
        var fits = part switch
        {
            VarTerm or ArrayTerm or ObjectTerm or SetTerm => _unifier.Assign(part, keys),
            _ => scope.Of(part) is not { } known || TypeAlgebra.Meet(known, keys),
        };
        if (!fits)
            Report(reference, at, $"have: {scope.Of(part)}, want: {keys}");
        return fits;
    }

    private void Report(RefTerm reference, int at, string why)
    {
        var part = at < reference.Path.Count ? $" at {TermText.Of(reference.Path[at], names)}" : "";
        report(reference.Head.Location, $"undefined ref: {TermText.Of(reference, names)} (hint:{part} {why})");
    }
}
