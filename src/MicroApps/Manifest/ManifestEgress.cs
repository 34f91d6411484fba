namespace MicroApps;

/// <summary>A host that the app may reach over HTTP.</summary>
public sealed record ManifestEgress
{
    /// <summary>The host's exact DNS name, in lower case; unique in the manifest.</summary>
    public required string Host { get; init; }

    /// <summary>The ports; 443 unless told otherwise.</summary>
    public IReadOnlyList<int> Ports { get; init => field = ValueList.Of(value); } = ValueList.Of<int>([443]);

    /// <summary><c>https</c>, <c>http</c> or both; https unless told otherwise.</summary>
    public IReadOnlyList<string> Schemes { get; init => field = ValueList.Of(value); } = ValueList.Of<string>(["https"]);

    /// <summary>Where the host's address may lie; the public internet unless told otherwise.</summary>
    public EgressNetwork Network { get; init; }

    /// <summary>The entity types whose real values the host may see.</summary>
    public IReadOnlyList<string> Originals { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);
}
