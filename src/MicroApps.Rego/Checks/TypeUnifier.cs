namespace MicroApps.Rego;

/// <summary>Gives variables types from what they are compared with, and finds what cannot be equal.</summary>
internal sealed class TypeUnifier(TypeScope scope)
{
    /// <summary>Whether two terms can be equal.</summary>
    public bool Unify(Term left, Term right)
    {
        var (leftType, rightType) = (scope.Of(left), scope.Of(right));
        if (!RegoType.Unknown(leftType) && !RegoType.Unknown(rightType))
            return TypeAlgebra.Meet(leftType, rightType);
        if (!RegoType.Unknown(leftType))
            return Assign(right, leftType);
        if (!RegoType.Unknown(rightType))
            return Assign(left, rightType);
        return (left, right) switch
        {
            (ArrayTerm a, ArrayTerm b) => a.Items.Count == b.Items.Count && Pairs(a.Items, b.Items).All(p => Unify(p.Left, p.Right)),
            (ObjectTerm a, ObjectTerm b) => UnifyObjects(a, b),
            (ArrayTerm or ObjectTerm, VarTerm variable) => Assign(left, RegoType.Any) && Assign(variable, scope.Of(left)),
            (VarTerm variable, ArrayTerm or ObjectTerm) => Assign(right, RegoType.Any) && Assign(variable, scope.Of(right)),
            (VarTerm, VarTerm) => Assign(left, RegoType.Any) && Assign(right, scope.Of(left)),
            _ => false,
        };
    }

    /// <summary>Whether a term can have a type; its variables get theirs.</summary>
    /// <param name="term">The term.</param>
    /// <param name="type">The type.</param>
    /// <param name="adds">Whether it is one of several, so that variables can have others too.</param>
    public bool Assign(Term term, RegoType? type, bool adds = false)
    {
        switch (term)
        {
            case VarTerm variable when !Operators.IsRoot(variable.Name):
                var known = scope.Find(variable.Name);
                if (!adds && known is not null)
                    return TypeAlgebra.Meet(known, type);
                scope.Set(variable.Name, adds ? TypeAlgebra.Or(known, type) : type);
                return true;
            case ArrayTerm or ObjectTerm or SetTerm when type is UnionType { IsAny: false } union:
                var fits = false;
                foreach (var option in union.Options)
                    fits |= Assign(term, option, adds: true);
                return fits;
            case ArrayTerm array:
                return AssignArray(array, type, adds);
            case ObjectTerm obj:
                return AssignObject(obj, type, adds);
            case SetTerm set:
                var isAny = type?.IsAny ?? false;
                return isAny ? AssignAny(set.Items) : type is SetType sets && set.Items.All(i => Assign(i, sets.Of, adds));
            default:
                return TypeAlgebra.Meet(scope.Of(term), type);
        }
    }

    private bool AssignAny(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
            Assign(term, RegoType.Any, adds: true);
        return true;
    }

    private bool AssignArray(ArrayTerm array, RegoType? type, bool adds)
    {
        if (type?.IsAny ?? false)
            return AssignAny(array.Items);
        if (type is not ArrayType arrays || (array.Items.Count != arrays.Items.Count && arrays.Rest is null))
            return false;
        for (var i = 0; i < array.Items.Count; i++)
            if (!Assign(array.Items[i], arrays.At(i), adds))
                return false;
        return true;
    }

    private bool AssignObject(ObjectTerm obj, RegoType? type, bool adds)
    {
        if (type?.IsAny ?? false)
            return AssignAny(obj.Items.SelectMany(i => new[] { i.Key, i.Value }));
        if (type is not ObjectType objects || (obj.Items.Count != objects.Known.Count && !objects.HasOthers))
            return false;
        foreach (var (key, value) in obj.Items)
        {
            if (Constants.Of(key) is not { } constant)
                Assign(value, RegoType.Any, adds);
            else if (objects.At(constant) is not { } own || !Assign(value, own, adds))
                return false;
        }

        return true;
    }

    private bool UnifyObjects(ObjectTerm left, ObjectTerm right)
    {
        if (left.Items.Count != right.Items.Count)
            return false;
        foreach (var (key, value) in left.Items)
        {
            var other = right.Items.FirstOrDefault(i => Same(i.Key, key))?.Value;
            if (other is null || !Unify(value, other))
                return false;
        }

        return true;
    }

    private static bool Same(Term left, Term right) =>
        left is ConstantTerm l && right is ConstantTerm r ? l.Value.Equals(r.Value) : left is VarTerm a && right is VarTerm b && a.Name == b.Name;

    private static IEnumerable<(Term Left, Term Right)> Pairs(IReadOnlyList<Term> left, IReadOnlyList<Term> right) => left.Zip(right, (l, r) => (l, r));
}
