namespace MicroApps;

/// <summary>Names that the app chooses, each with a value.</summary>
internal abstract class MapKind(string what, Kind key, Kind value) : Kind
{
    public const int Most = 200;

    public override string What => what;

    public override string Mend => $"Write 'name: value' lines; each name is {key.What}, each value {value.What}";

    public Kind Key => key;

    public Kind Value => value;

    /// <summary>The entries of a dictionary of this kind by the names that the file gives them; none for null.</summary>
    public abstract IReadOnlyDictionary<string, object> Pairs(object? entries);
}

internal sealed class MapKind<TKey, TValue>(string what, Kind key, Kind value) : MapKind(what, key, value)
    where TKey : notnull
    where TValue : notnull
{
    public override object? Read(YamlNode node, string path, ReadContext context)
    {
        if (node is not YamlMap map) return Refuse(node, path, context);
        if (map.Entries.Count > Most)
        {
            context.Errors.Add(map, path, $"there are {map.Entries.Count} entries, more than {Most}", "Take some away");
            return null;
        }

        Dictionary<TKey, TValue> read = [];
        var before = context.Errors.Count;
        foreach (var entry in map.Entries)
        {
            var field = path + "." + Shape.Step(entry.Key.Text);
            var name = Key.Read(entry.Key, field, context);
            var item = Value.Read(entry.Value, field, context);
            if (name is TKey k && item is TValue v) read[k] = v;
        }

        return context.Errors.Count == before && read.Count == map.Entries.Count ? ValueMap.Of(read) : null;
    }

    public override IReadOnlyDictionary<string, object> Pairs(object? entries) =>
        ((IReadOnlyDictionary<TKey, TValue>?)entries ?? ValueMap<TKey, TValue>.Empty).ToDictionary(e => (string)Key.Plain(e.Key), e => (object)e.Value);

    public override object Plain(object value) =>
        Pairs(value).Select(e => new KeyValuePair<string, object>(e.Key, Value.Plain(e.Value))).OrderBy(e => e.Key, StringComparer.Ordinal).ToList();
}
