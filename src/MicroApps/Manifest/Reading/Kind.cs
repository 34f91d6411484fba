namespace MicroApps;

/// <summary>What a field may hold. The one description that the validator, the JSON Schema, the guide, the digest and the diff work from.</summary>
internal abstract class Kind
{
    /// <summary>With its article, as in "a trust level".</summary>
    public abstract string What { get; }

    /// <summary>An imperative sentence without its full stop.</summary>
    public abstract string Mend { get; }

    /// <summary>The typed value, or null after saying what is wrong.</summary>
    public abstract object? Read(YamlNode node, string path, ReadContext context);

    /// <summary>The value in neutral form: string, long, bool, a list of these, or pairs in order.</summary>
    public virtual object Plain(object value) => value;

    protected object? Refuse(YamlNode node, string path, ReadContext context)
    {
        if (node is not YamlBroken) context.Errors.Add(node, path, $"{node.Noun} stands where {What} belongs", Mend);
        return null;
    }
}
