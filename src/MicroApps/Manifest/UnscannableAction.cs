namespace MicroApps;

/// <summary>What happens to content that cannot be scanned, such as images and audio.</summary>
public enum UnscannableAction
{
    /// <summary>Sent as it is.</summary>
    Allow,

    /// <summary>The call is refused.</summary>
    Deny,
}
