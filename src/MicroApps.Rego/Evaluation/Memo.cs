namespace MicroApps.Rego;

/// <summary>Results that are kept during an evaluation. <c>with</c> puts another one in its place, since results may differ under it.</summary>
internal sealed class Memo(int nodes)
{
    private readonly object?[] _values = new object?[nodes];
    private Dictionary<(int Node, RegoValue Key), RegoValue?>? _keyed;

    private Dictionary<ComprehensionGroups, GroupState>? _groups;

    /// <summary>Stands for undefined.</summary>
    public static object Undefined { get; } = new();

    /// <summary>The result of a node: null when it is not known, <see cref="Undefined"/>, or a value.</summary>
    public object? this[int node]
    {
        get => _values[node];
        set => _values[node] = value;
    }

    /// <summary>Whether results for single keys or arguments of some node are kept.</summary>
    public bool HasKeyed => _keyed is { Count: > 0 };

    public bool TryGet(int node, RegoValue key, out RegoValue? value)
    {
        value = null;
        return HasKeyed && _keyed!.TryGetValue((node, key), out value);
    }

    public void Set(int node, RegoValue key, RegoValue? value) => (_keyed ??= [])[(node, key)] = value;

    /// <summary>What is known of a comprehension's groups; null for nothing.</summary>
    public GroupState? Groups(ComprehensionGroups comprehension) => _groups is not null && _groups.TryGetValue(comprehension, out var state) ? state : null;

    public GroupState AddGroups(ComprehensionGroups comprehension) => (_groups ??= [])[comprehension] = new();

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_values, 0, _values.Length);
        _keyed?.Clear();
        _groups?.Clear();
    }
}
