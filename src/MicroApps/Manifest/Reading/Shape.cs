namespace MicroApps;

/// <summary>A group of fields.</summary>
internal abstract class Shape(string what) : Kind
{
    private readonly List<Field> _fields = [];

    public sealed override string What => what;

    public sealed override string Mend => $"Write its fields as 'name: value' lines, such as {Wording.OneOf([.. _fields.Take(3).Select(f => f.Name)])}";

    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>The fields by which items of a list are told apart; empty when they are not.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Fields of which at least one must be there; empty for no such rule.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>Checks that more than one field takes part in. Runs also when some fields are wrong: those are null then.</summary>
    public Action<FieldValues>? Check { get; init; }

    /// <summary>A field's name as a step of a path; what may be a key or an address is not repeated.</summary>
    public static string Step(string name) => Wording.IsPrintable(name) && name.Length <= 64 ? name : "?";

    public sealed override object? Read(YamlNode node, string path, ReadContext context)
    {
        if (node is not YamlMap map) return Refuse(node, path, context);
        var before = context.Errors.Count;
        var prefix = path.Length == 0 ? "" : path + ".";
        foreach (var entry in map.Entries) RefuseUnknown(entry.Key, prefix, context);
        var values = new FieldValues(this, map, prefix, context);
        foreach (var field in _fields)
        {
            if (map[field.Name] is { } value) values.Set(field.Name, field.Kind.Read(value, prefix + field.Name, context));
            else if (field.Required) context.Errors.Add(map, prefix + field.Name, "this field is missing", $"Add '{field.Name}:'. {field.Kind.Mend}");
        }

        if (AnyOf.Count > 0 && !AnyOf.Any(values.Has))
            context.Errors.Add(map, path, $"{What} needs at least one of {Wording.OneOf(AnyOf)}", "Add one");
        Check?.Invoke(values);
        return context.Errors.Count == before && values.AreWhole ? Create(values) : null;
    }

    /// <summary>The record as pairs in the table's order, without optional fields that hold their default.</summary>
    public sealed override object Plain(object value) =>
        _fields
            .Select(f => (Field: f, Value: f.Get(value)))
            .Where(f => f.Value is not null && (f.Field.Required || !f.Value.Equals(f.Field.Default)))
            .Select(f => new KeyValuePair<string, object>(f.Field.Name, f.Field.Kind.Plain(f.Value!)))
            .ToList();

    /// <summary>What tells a record from the others of its list.</summary>
    public string KeyOf(object record) => KeyOf(f => f.Get(record) is { } value ? f.Kind.Plain(value).ToString() : null);

    /// <summary>What tells an item from the others of its list, as far as it is written.</summary>
    public string KeyOf(YamlMap map) =>
        KeyOf(f => (map[f.Name] as YamlScalar)?.Text ?? (f.Default is null ? null : f.Kind.Plain(f.Default).ToString()));

    protected abstract object Create(FieldValues values);

    protected void Add(Field field) => _fields.Add(field);

    private string KeyOf(Func<Field, string?> text) => string.Join(" ", Key.Select(k => text(_fields.First(f => f.Name == k))).Where(t => t is not null));

    private void RefuseUnknown(YamlScalar name, string prefix, ReadContext context)
    {
        if (_fields.Exists(f => f.Name == name.Text)) return;
        List<string> names = [.. _fields.Select(f => f.Name)];
        var guess = context.Errors.IsFull ? null : Wording.Closest(name.Text, names);
        context.Errors.Add(
            name,
            prefix + Step(name.Text),
            $"{What} has no field {Wording.Quote(name.Text, "of this name")}",
            guess is null ? $"Remove it; the fields are {string.Join(", ", names)}" : $"Write '{guess}', or remove it");
    }
}

/// <summary>A group of fields that a record stands for.</summary>
internal sealed class Shape<T>(string what, Func<FieldValues, T> create) : Shape(what)
    where T : notnull
{
    public Shape<T> Must(string name, Kind kind, Func<T, object?> get, string doc, RiskRule? risk = null)
    {
        Add(new(name, kind, record => get((T)record), doc) { Required = true, Risk = risk });
        return this;
    }

    public Shape<T> May(string name, Kind kind, Func<T, object?> get, string doc, RiskRule? risk = null, object? or = null)
    {
        Add(new(name, kind, record => get((T)record), doc) { Default = or, Risk = risk });
        return this;
    }

    protected override object Create(FieldValues values) => create(values);
}
