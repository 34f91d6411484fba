namespace MicroApps;

/// <summary>How soon a unit of work must be durable.</summary>
public enum WriteUrgency
{
    /// <summary>The caller waits for it: commit at once, with whatever else is queued.</summary>
    Now,

    /// <summary>Nobody waits: commit with the next urgent work, or after a short linger (tens of milliseconds).</summary>
    Soon,
}
