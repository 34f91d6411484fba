namespace MicroApps;

/// <summary>What risk scoring cannot derive from the rest of the manifest.</summary>
public sealed record ManifestImpact
{
    /// <summary>The impact of a failure on the business, 0 to 10, or null when not judged.</summary>
    public int? Operational { get; init; }

    /// <summary>What the app is connected to; null derives it from tools and egress.</summary>
    public IntegrationLevel? Integration { get; init; }

    /// <summary>The sensitivity of the data, 0 to 10; null derives it from the data classes.</summary>
    public int? Sensitivity { get; init; }

    /// <summary>The trust in the models, 0 to 10; null derives it from their trust levels.</summary>
    public int? ModelTrust { get; init; }
}
