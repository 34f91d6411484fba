namespace MicroApps.Rego;

/// <summary>The types of rules, by their places under <c>data</c>.</summary>
internal sealed class TypeTree
{
    private readonly Dictionary<RegoValue, TypeTree> _children = [];

    /// <summary>A key that stands for those that are not known.</summary>
    public static RegoValue Somewhere { get; } = new SetValue([]);

    /// <summary>The type of what the rules here make; null for a package or a part of a name.</summary>
    public RegoType? Type { get; private set; }

    public bool IsEmpty => _children.Count == 0;

    public TypeTree? Child(RegoValue key) => _children.TryGetValue(key, out var child) ? child : null;

    public TypeTree? Find(IEnumerable<RegoValue> path)
    {
        TypeTree? node = this;
        foreach (var key in path)
            node = node?.Child(key);
        return node;
    }

    /// <summary>Says that nothing is known of a rule, because it is wrong for one: uses of it are not to be blamed.</summary>
    public void Excuse(IEnumerable<RegoValue> path)
    {
        var node = this;
        foreach (var key in path)
            node = node.Make(key);
        node.Type = RegoType.Any;
    }

    /// <summary>Adds what a definition of a rule makes to what others do, and to objects above it.</summary>
    public void Add(IReadOnlyList<RegoValue> path, RegoType type)
    {
        var node = this;
        for (var i = 0; i < path.Count; i++)
        {
            node = node.Make(path[i]);
            if (node.Type is ObjectType above && i + 1 < path.Count)
                node.Type = Under(above, path, i + 1, type);
        }

        node.Type = Merge(node.Type, type);
        if (type is ObjectType)
            foreach (var (below, part) in node.Below([]))
                if (node.Type is ObjectType obj)
                    node.Type = Under(obj, below, 0, part);
    }

    /// <summary>The type of all that is here: of rules, and whatever else the data has.</summary>
    public RegoType Extent()
    {
        if (Type is not null)
            return Type;
        var known = _children.Where(c => c.Key is StringValue or NumberValue or BooleanValue).Select(c => new KeyValuePair<RegoValue, RegoType?>(c.Key, c.Value.Extent()));
        return new ObjectType([.. known], RegoType.String, RegoType.Any, true).Bounded();
    }

    private TypeTree Make(RegoValue key)
    {
        if (!_children.TryGetValue(key, out var child))
            _children[key] = child = new();
        return child;
    }

    private IEnumerable<(IReadOnlyList<RegoValue> Path, RegoType Type)> Below(IReadOnlyList<RegoValue> path)
    {
        foreach (var child in _children)
        {
            RegoValue[] below = [.. path, child.Key];
            if (child.Value.Type is { } type)
                yield return (below, type);
            else
                foreach (var found in child.Value.Below(below))
                    yield return found;
        }
    }

    private static RegoType Under(ObjectType obj, IReadOnlyList<RegoValue> path, int at, RegoType type)
    {
        var value = at + 1 == path.Count ? type : Under(new([]), path, at + 1, type);
        return new ObjectType(obj.Known.ToList(), TypeAlgebra.Or(obj.OtherKey, TypeAlgebra.Of(path[at])), TypeAlgebra.Or(obj.OtherValue, value), true).Bounded();
    }

    private static RegoType? Merge(RegoType? left, RegoType? right) => (left, right) switch
    {
        (ObjectType { Known.Count: 0 } a, ObjectType { Known.Count: 0 } b) =>
            new ObjectType([], TypeAlgebra.Or(a.OtherKey, b.OtherKey), Merge(a.OtherValue, b.OtherValue), true).Bounded(),
        (SetType a, SetType b) => new SetType(TypeAlgebra.Or(a.Of, b.Of)).Bounded(),
        (UnionType { IsAny: false } a, ObjectType { Known.Count: 0 } b) => Merge(b, a),
        (ObjectType { Known.Count: 0 } a, UnionType { IsAny: false } b) when b.Options.FirstOrDefault(o => o is ObjectType { Known.Count: 0 }) is ObjectType same =>
            new UnionType([.. b.Options.Where(o => !ReferenceEquals(o, same)), Merge(a, same)!]).Bounded(),
        _ => TypeAlgebra.Or(left, right),
    };
}
