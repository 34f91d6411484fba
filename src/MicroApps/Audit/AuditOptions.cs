namespace MicroApps;

/// <summary>How calls are recorded.</summary>
public sealed class AuditOptions
{
    /// <summary>
    /// Whether the answer waits until its outcome is durable. Off by default: the intent always is durable before the call leaves, and an outcome
    /// that a crash swallows is recorded as unknown at the next start.
    /// </summary>
    public bool AwaitOutcome { get; set; }
}
