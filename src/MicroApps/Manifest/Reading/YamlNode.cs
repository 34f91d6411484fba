namespace MicroApps;

/// <summary>A piece of a YAML file with its place: all that the validator needs to know of YAML.</summary>
internal abstract class YamlNode(int line, int column)
{
    private static readonly char[] Stops = ['.', '['];

    public int Line => line;

    public int Column => column;

    /// <summary>What stands here, for messages.</summary>
    public abstract string Noun { get; }

    /// <summary>The node at a path such as <c>models[0].trust</c>, or the nearest one around it.</summary>
    public YamlNode Find(string path)
    {
        var node = this;
        while (path.Length > 0)
        {
            var stop = path.IndexOfAny(Stops, 1);
            var step = stop < 0 ? path : path.Substring(0, stop);
            path = stop < 0 ? "" : path.Substring(stop);
            if (node.Child(step.Trim('.', '[', ']')) is not { } child) break;
            node = child;
        }

        return node;
    }

    protected virtual YamlNode? Child(string step) => null;
}

/// <summary>What has been refused already; said once, passed over after that.</summary>
internal sealed class YamlBroken(int line, int column) : YamlNode(line, column)
{
    public override string Noun => "something else";
}

internal sealed class YamlList(int line, int column, IReadOnlyList<YamlNode> items) : YamlNode(line, column)
{
    public IReadOnlyList<YamlNode> Items => items;

    public override string Noun => "a list";

    protected override YamlNode? Child(string step) =>
        int.TryParse(step, out var index) && index >= 0 && index < items.Count ? items[index] : null;
}

internal sealed class YamlMap(int line, int column, IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> entries) : YamlNode(line, column)
{
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries => entries;

    public override string Noun => "a group of fields";

    public YamlNode? this[string key] => Child(key);

    protected override YamlNode? Child(string step) => entries.FirstOrDefault(e => e.Key.Text == step).Value;
}
