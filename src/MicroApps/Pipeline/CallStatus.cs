namespace MicroApps;

/// <summary>How a governed call ended.</summary>
public enum CallStatus
{
    /// <summary>The call is running.</summary>
    Running,

    /// <summary>The answer arrived whole.</summary>
    Completed,

    /// <summary>The caller cancelled, or stopped reading the stream.</summary>
    Cancelled,

    /// <summary>The inner client failed.</summary>
    Failed,

    /// <summary>A guard refused the call before it left the process.</summary>
    Refused,

    /// <summary>A guard stopped the answer while it was streaming.</summary>
    Stopped,
}
