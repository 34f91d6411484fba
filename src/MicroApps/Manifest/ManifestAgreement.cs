namespace MicroApps;

/// <summary>A contract that covers the processing of data.</summary>
public sealed record ManifestAgreement
{
    /// <summary>The kind, in kebab-case: <c>dpa</c>, <c>baa</c>, <c>scc</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>The other party.</summary>
    public required string With { get; init; }

    /// <summary>Where it is filed.</summary>
    public required string Reference { get; init; }

    /// <summary>The last day on which it holds, or null when it has no end.</summary>
    public DateOnly? Expires { get; init; }
}
