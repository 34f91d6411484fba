namespace MicroApps;

/// <summary>A single value.</summary>
internal abstract class ScalarKind(string what, string mend) : Kind
{
    public sealed override string What => what;

    public sealed override string Mend => mend;

    /// <summary>Whether a message may repeat the value; not where people put addresses, sentences or keys.</summary>
    public bool Repeatable { get; init; } = true;

    public sealed override object? Read(YamlNode node, string path, ReadContext context)
    {
        if (node is not YamlScalar scalar) return Refuse(node, path, context);
        if (scalar.IsNull)
            context.Errors.Add(node, path, "the value is missing", Mend);
        else if (LooksSecret(scalar.Text))
            context.Errors.Add(node, path, "the value looks like a secret", "Remove it, keep the secret in a secret source, and replace it there: whoever saw this file knows it");
        else if (Parse(scalar) is { } value)
            return value;
        else
            context.Errors.Add(node, path, $"{(Repeatable ? Wording.Quote(scalar.Text) : "the value")} is not {What}", MendOf(scalar));
        return null;
    }

    /// <summary>The typed value, or null when it is none.</summary>
    protected abstract object? Parse(YamlScalar scalar);

    protected virtual bool LooksSecret(string text) => Wording.LooksLikeKey(text);

    protected virtual string MendOf(YamlScalar scalar) => Mend;
}
