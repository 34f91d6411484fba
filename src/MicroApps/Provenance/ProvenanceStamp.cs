namespace MicroApps;

/// <summary>The provenance record of one governed call. It holds no personal data: ids, digests, keyed commitments and counts alone.</summary>
public sealed record ProvenanceStamp
{
    /// <summary>The key under which the stamp travels in <c>AdditionalProperties</c>.</summary>
    public const string PropertyName = "microapps.provenance";

    /// <summary>The governed call (UUIDv7), as in the audit log.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The app's id.</summary>
    public required string AppId { get; init; }

    /// <summary>The app's version.</summary>
    public required string AppVersion { get; init; }

    /// <summary>Digest of the manifest that the app ran under.</summary>
    public required string ManifestDigest { get; init; }

    /// <summary>Digest of the policy bundle that decided, or null when no policy was loaded.</summary>
    public string? PolicyDigest { get; init; }

    /// <summary>The environment that the app ran in.</summary>
    public required AppEnvironment Environment { get; init; }

    /// <summary>The model that the app asked for, as its manifest names it.</summary>
    public required string RequestedModel { get; init; }

    /// <summary>The model that the provider says has answered; null when it does not say.</summary>
    public string? ResponseModel { get; init; }

    /// <summary>The declared version of the model.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>The provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>Host and port of the endpoint, or null when the model runs in the process.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The declared region of the model.</summary>
    public string? Region { get; init; }

    /// <summary>The declared trust of the model.</summary>
    public ModelTrust Trust { get; init; }

    /// <summary>The provider's id of the response.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Keyed commitment of the texts as the caller gave them.</summary>
    public required string PromptCommitment { get; init; }

    /// <summary>Keyed commitment of the texts as they left the process.</summary>
    public required string RequestCommitment { get; init; }

    /// <summary>Keyed commitment of the answer as the caller received it; null when none arrived.</summary>
    public string? ResponseCommitment { get; init; }

    /// <summary>Names of the tools that the model called.</summary>
    public IReadOnlyList<string> ToolsCalled { get; init; } = [];

    /// <summary>The sources that were retrieved for the call, with their classes and digests.</summary>
    public IReadOnlyList<ProvenanceSource> Sources { get; init; } = [];

    /// <summary>How many values of each entity type were replaced before the call left.</summary>
    public required IReadOnlyDictionary<string, int> Redactions { get; init; }

    /// <summary>How many values of each entity type the model itself brought in.</summary>
    public required IReadOnlyDictionary<string, int> ResponseFindings { get; init; }

    /// <summary>How many placeholders were put back for the user.</summary>
    public int Restored { get; init; }

    /// <summary>Pieces of content that no guard could read, such as images.</summary>
    public int Unscannable { get; init; }

    /// <summary>How the call ended.</summary>
    public required CallStatus Decision { get; init; }

    /// <summary>What was used.</summary>
    public required CallUsage Usage { get; init; }

    /// <summary>What it cost, in nano-dollars (10⁻⁹ USD).</summary>
    public long CostNanoUsd { get; init; }

    /// <summary>Digest of the price catalogue that the cost was computed with.</summary>
    public string? PriceCatalogueDigest { get; init; }

    /// <summary>Where the call's intent is in the audit log.</summary>
    public AuditReceipt? Receipt { get; init; }

    /// <summary>W3C trace id, or null when nothing traces.</summary>
    public string? TraceId { get; init; }

    /// <summary>When the call began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}
