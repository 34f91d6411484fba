namespace MicroApps;

/// <summary>A cap on requests, tokens or money.</summary>
public sealed record ManifestQuota
{
    /// <summary>The period after which it starts afresh.</summary>
    public required QuotaPeriod Per { get; init; }

    /// <summary>What it is counted for; the whole app unless told otherwise.</summary>
    public QuotaScope Scope { get; init; }

    /// <summary>With <see cref="QuotaScope.Model"/>, the model that is meant; null for each model alone.</summary>
    public string? Model { get; init; }

    /// <summary>The most requests, or null for no such limit.</summary>
    public long? Requests { get; init; }

    /// <summary>The most input and output tokens together, or null for no such limit.</summary>
    public long? Tokens { get; init; }

    /// <summary>The most money, in billionths of a US dollar, or null for no such limit.</summary>
    public long? SpendNanoUsd { get; init; }

    /// <summary>The percentages at which a warning is given, ascending; 80 unless told otherwise.</summary>
    public IReadOnlyList<int> WarnAt { get; init => field = ValueList.Of(value); } = ValueList.Of<int>([80]);

    /// <summary>What happens when it is used up; hard unless told otherwise.</summary>
    public QuotaEnforcement Enforce { get; init; }

    /// <summary>The IANA name of the time zone that its periods follow; UTC unless told otherwise.</summary>
    public string TimeZone { get; init; } = "UTC";
}
