namespace MicroApps;

/// <summary>The fields of one group as they were read, for creating its record and for checks across fields.</summary>
internal sealed class FieldValues(Shape shape, YamlMap map, string prefix, ReadContext context)
{
    private readonly Dictionary<string, object?> _values = [];

    public ReadContext Context => context;

    /// <summary>Whether each field that stands in the file could be read; an alias, for one, is refused before its field is looked at.</summary>
    public bool AreWhole => !_values.ContainsValue(null);

    /// <summary>The field's value, its default when it is left out, or null when it was wrong.</summary>
    public T Get<T>(string name)
    {
        var value = _values.TryGetValue(name, out var read) ? read : shape.Fields.First(f => f.Name == name).Default;
        return value is null ? default! : (T)value;
    }

    public void Set(string name, object? value) => _values[name] = value;

    /// <summary>Whether the field stands in the file, well written or not.</summary>
    public bool Has(string name) => map[name] is not null;

    /// <summary>Says that a field is wrong, which is named by its path from this group on.</summary>
    public void Add(string field, string message, string mend) => context.Errors.Add(map.Find(field), prefix + field, message, mend);
}
