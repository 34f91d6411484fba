namespace MicroApps;

/// <summary>Asks several sources in order; the first that has the secret answers.</summary>
public sealed class CompositeSecretSource : SecretSource
{
    private readonly SecretSource[] _sources;

    /// <summary>Creates the source; the order of <paramref name="sources"/> is the order of asking.</summary>
    public CompositeSecretSource(params IEnumerable<SecretSource> sources) => _sources = [.. sources];

    /// <inheritdoc />
    public override string Description => string.Join(", then ", _sources.Select(s => s.Description));

    /// <inheritdoc />
    protected override string? FindCore(string name)
    {
        foreach (var source in _sources)
        {
            if (source.Find(name) is { } value)
                return value;
        }

        return null;
    }
}
