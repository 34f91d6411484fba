namespace MicroApps.Rego;

/// <summary>The types of the variables of a body, and of all that it can see.</summary>
/// <param name="data">The types of rules.</param>
/// <param name="functions">The type of a function by its name; null when it is none.</param>
/// <param name="outer">What is around the body.</param>
internal sealed class TypeScope(TypeTree data, Func<string, RegoType?> functions, TypeScope? outer = null)
{
    private readonly Dictionary<string, RegoType> _vars = [];

    public TypeTree Data => data;

    /// <summary>The types of comprehensions, once they are checked; null for those with errors.</summary>
    public Dictionary<ComprehensionTerm, RegoType?> Closures { get; } = outer?.Closures ?? new(ByReference.Instance);

    public TypeScope Inner() => new(data, functions, this);

    public RegoType? Function(string name) => functions(name);

    public RegoType? Find(string name) => _vars.TryGetValue(name, out var type) ? type : outer is not null ? outer.Find(name) : BuiltinTypes.Find(name);

    public void Set(string name, RegoType? type)
    {
        if (type is not null)
            _vars[name] = type;
    }

    /// <summary>The type of a term; null when it is not known.</summary>
    public RegoType? Of(Term term) => term switch
    {
        ConstantTerm constant => TypeAlgebra.Of(constant.Value),
        VarTerm { Name: Operators.Data } => data.IsEmpty ? RegoType.Any : data.Extent(),
        VarTerm { Name: Operators.Input } => RegoType.Any,
        VarTerm variable => Find(variable.Name) ?? functions(variable.Name),
        ArrayTerm array => new ArrayType([.. array.Items.Select(Of)], array.Items.Count == 0 ? RegoType.Any : null).Bounded(),
        SetTerm set => new SetType(set.Items.Select(Of).Aggregate((RegoType?)null, TypeAlgebra.Or) ?? RegoType.Any).Bounded(),
        ObjectTerm obj => OfObject(obj),
        ComprehensionTerm comprehension => Closures.TryGetValue(comprehension, out var type) ? type : null,
        RefTerm reference => OfRef(reference),
        _ => null,
    };

    private RegoType OfObject(ObjectTerm obj)
    {
        Dictionary<RegoValue, RegoType?> known = [];
        (RegoType? Key, RegoType? Value)? other = obj.Items.Count == 0 ? (RegoType.Any, RegoType.Any) : null;
        foreach (var (key, value) in obj.Items)
        {
            if (Constants.Of(key) is { } constant)
                known[constant] = Of(value);
            else
                other = (Of(key), Of(value));
        }

        return new ObjectType(known, other?.Key, other?.Value, other is not null).Bounded();
    }

    private RegoType? OfRef(RefTerm reference)
    {
        if (reference.Head is not VarTerm { Name: Operators.Data })
            return Select(Of(reference.Head), reference.Path, 0);
        var node = data;
        for (var i = 0; i < reference.Path.Count; i++)
        {
            if (Constants.Of(reference.Path[i]) is not { } key)
                return node.Type is null && node.IsEmpty ? RegoType.Any : Select(node.Extent(), reference.Path, i);
            if (node.Type is not null && node.Child(key) is null)
                return Select(node.Type, reference.Path, i);
            if (node.Child(key) is not { } child)
                return RegoType.Any;
            node = child;
        }

        return node.Extent();
    }

    private static RegoType? Select(RegoType? type, IReadOnlyList<Term> path, int from)
    {
        for (var i = from; i < path.Count && type is not null; i++)
            type = path[i] is ConstantTerm constant ? TypeAlgebra.Select(type, constant.Value) : TypeAlgebra.Values(type);
        return type;
    }

    private sealed class ByReference : IEqualityComparer<ComprehensionTerm>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals(ComprehensionTerm? x, ComprehensionTerm? y) => ReferenceEquals(x, y);

        public int GetHashCode(ComprehensionTerm obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
