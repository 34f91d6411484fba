namespace MicroApps.Rego;

/// <summary>Where in a document: a chain from the inside out, so that nothing is copied on the way down.</summary>
internal sealed class SchemaPath(SchemaPath? parent, string name)
{
    public static SchemaPath Root { get; } = new(null, "(Root)");

    public SchemaPath Child(string child) => new(this, child);

    public override string ToString()
    {
        var names = new Stack<string>();
        for (var at = this; at.Parent is not null; at = at.Parent)
            names.Push(at.Name);
        return names.Count == 0 ? Name : string.Join(".", names);
    }

    private SchemaPath? Parent { get; } = parent;

    private string Name { get; } = name;
}
