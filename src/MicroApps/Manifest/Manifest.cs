namespace MicroApps;

/// <summary>What an app declares about itself: the parsed and validated <c>microapp.yaml</c>.</summary>
public sealed partial record Manifest
{
    /// <summary>The app's id: kebab-case, 3 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>The app's version, as in Semantic Versioning 2.0.</summary>
    public required string Version { get; init; }

    /// <summary>The e-mail address of the person who answers for the app.</summary>
    public required string Owner { get; init; }

    /// <summary>The group that owns the app; roles are assigned by it.</summary>
    public required string OwnerGroup { get; init; }

    /// <summary>What the app is for, in a sentence or a few.</summary>
    public required string Purpose { get; init; }

    /// <summary>Who pays, or null.</summary>
    public string? CostCentre { get; init; }

    /// <summary>Who uses the app.</summary>
    public required ManifestUsers Users { get; init; }

    /// <summary>Where the app is meant to run; at least one.</summary>
    public required IReadOnlyList<AppEnvironment> Environments { get; init => field = ValueList.Of(value); }

    /// <summary>The data that the app reads; may be empty.</summary>
    public required IReadOnlyList<ManifestDataSource> Data { get; init => field = ValueList.Of(value); }

    /// <summary>The models that the app may call; at least one, the first is the default.</summary>
    public required IReadOnlyList<ManifestModel> Models { get; init => field = ValueList.Of(value); }

    /// <summary>The prompts that the app keeps in files.</summary>
    public IReadOnlyList<ManifestPrompt> Prompts { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestPrompt>([]);

    /// <summary>The vector stores that the app may use.</summary>
    public IReadOnlyList<ManifestVectorStore> VectorStores { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestVectorStore>([]);

    /// <summary>The tools that the app's models may call.</summary>
    public IReadOnlyList<ManifestTool> Tools { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestTool>([]);

    /// <summary>The hosts that the app may reach over HTTP; all others are refused.</summary>
    public IReadOnlyList<ManifestEgress> Egress { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestEgress>([]);

    /// <summary>The regions that data may lie in; empty says nothing.</summary>
    public IReadOnlyList<string> Residency { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>How long audit records are kept, per environment; others follow policy.</summary>
    public IReadOnlyDictionary<AppEnvironment, Period> Retention { get; init => field = ValueMap.Of(value); } = ValueMap<AppEnvironment, Period>.Empty;

    /// <summary>The caps on requests, tokens and money.</summary>
    public IReadOnlyList<ManifestQuota> Quotas { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestQuota>([]);

    /// <summary>What protects the app itself from overload, or null for the runtime's defaults.</summary>
    public ManifestLimits? Limits { get; init; }

    /// <summary>What happens to personal data and secrets in text.</summary>
    public ManifestRedaction Redaction { get; init; } = new();

    /// <summary>What the app may do beyond reading and answering, with the reason.</summary>
    public IReadOnlyList<ManifestPrivilegedAction> PrivilegedActions { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestPrivilegedAction>([]);

    /// <summary>What the app is built from, or null when not declared.</summary>
    public ManifestDependencies? Dependencies { get; init; }

    /// <summary>The contracts that cover the processing of data.</summary>
    public IReadOnlyList<ManifestAgreement> Agreements { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestAgreement>([]);

    /// <summary>What providers have stated about their services.</summary>
    public IReadOnlyList<ManifestAttestation> Attestations { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestAttestation>([]);

    /// <summary>Why personal data may be processed, or null.</summary>
    public ManifestLegalBasis? LegalBasis { get; init; }

    /// <summary>The compliance controls that the app meets, with evidence.</summary>
    public IReadOnlyList<ManifestControl> Controls { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestControl>([]);

    /// <summary>When the app is looked at again.</summary>
    public ManifestReview Review { get; init; } = new();

    /// <summary>What risk scoring cannot derive from the rest.</summary>
    public ManifestImpact Impact { get; init; } = new();

    /// <summary>What happens when the app is retired.</summary>
    public ManifestDecommission Decommission { get; init; } = new();

    /// <summary>The app's id and version; the rest may name people and stays out of logs.</summary>
    /// <returns>Such as <c>store-notes 1.2.0</c>.</returns>
    public override string ToString() => $"{Id} {Version}";
}
