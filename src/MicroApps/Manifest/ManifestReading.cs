namespace MicroApps;

/// <summary>What came of reading a manifest: the manifest, or what is wrong with it, and where each field stands.</summary>
public sealed class ManifestReading
{
    internal ManifestReading(Manifest? manifest, IReadOnlyList<ManifestError> errors, YamlNode? root)
    {
        Manifest = manifest;
        Errors = errors;
        Root = root;
    }

    /// <summary>The manifest, or null when there are errors.</summary>
    public Manifest? Manifest { get; }

    /// <summary>What is wrong, sorted by place; empty when the manifest is valid.</summary>
    public IReadOnlyList<ManifestError> Errors { get; }

    /// <summary>What is written, valid or not; null when it is no YAML.</summary>
    internal YamlNode? Root { get; }

    /// <summary>Where a field stands, so that a verdict about it can point into the file.</summary>
    /// <param name="field">The field's path, such as <c>models[0].trust</c>.</param>
    /// <returns>Line and column, from 1; of the nearest field around it when the field itself is not there.</returns>
    public (int Line, int Column) PlaceOf(string field)
    {
        _ = field ?? throw new ArgumentNullException(nameof(field));
        return Root?.Find(field) is { } node ? (node.Line, node.Column) : (1, 1);
    }
}
