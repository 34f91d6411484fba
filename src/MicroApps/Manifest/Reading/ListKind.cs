namespace MicroApps;

/// <summary>A list; no two items are the same, or, where items are groups of fields, have the same key.</summary>
internal abstract class ListKind(Kind item, int least, int most) : Kind
{
    public override string What => "a list";

    public override string Mend =>
        $"Write {(least == 0 ? "[] for none, " : item is Shape ? "" : "[a, b], ")}{(least == 0 || item is not Shape ? "or " : "")}each item on a line of its own that starts with '- '";

    public Kind Item => item;

    public int Least => least;

    public int Most => most;

    protected bool Check(YamlList list, string path, ReadContext context)
    {
        if (list.Items.Count < least)
            context.Errors.Add(list, path, "the list is empty", $"Name at least {least}");
        if (list.Items.Count > most)
            context.Errors.Add(list, path, $"the list has {list.Items.Count} items, more than {most}", "Take some away");
        Repeats(list, path, context);
        return list.Items.Count >= least && list.Items.Count <= most;
    }

    private void Repeats(YamlList list, string path, ReadContext context)
    {
        Dictionary<string, int> seen = [];
        for (var i = 0; i < list.Items.Count && i < most; i++)
        {
            if (Identity(list.Items[i]) is not var (text, node, step)) continue;
            if (seen.TryGetValue(text, out var first))
                context.Errors.Add(node, $"{path}[{i}]{step}", $"{Repeated(text)} is there twice, first on line {first}", "Keep one of them, or change it");
            else
                seen.Add(text, node.Line);
        }
    }

    private string Repeated(string text) =>
        item is Shape { Key.Count: > 1 } shape ? $"the combination of {string.Join(", ", shape.Key)}" : Wording.Quote(text, "this");

    private (string Text, YamlNode Node, string Step)? Identity(YamlNode node) => (item, node) switch
    {
        (Shape { Key: [var key, ..] } shape, YamlMap map) when map[key] is YamlScalar scalar => (shape.KeyOf(map), scalar, "." + key),
        (not Shape, YamlScalar scalar) => (scalar.Text, scalar, ""),
        _ => null,
    };
}

internal sealed class ListKind<T>(Kind item, int least = 0, int most = 200) : ListKind(item, least, most)
    where T : notnull
{
    public override object? Read(YamlNode node, string path, ReadContext context)
    {
        if (node is not YamlList list) return Refuse(node, path, context);
        var before = context.Errors.Count;
        if (!Check(list, path, context)) return null;
        var items = list.Items.Select((n, i) => Item.Read(n, $"{path}[{i}]", context)).ToList();
        return context.Errors.Count == before && items.TrueForAll(i => i is not null) ? ValueList.Of<T>([.. items.Select(i => (T)i!)]) : null;
    }

    public override object Plain(object value) => ((IReadOnlyList<T>)value).Select(i => Item.Plain(i)).ToList();
}
