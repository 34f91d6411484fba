namespace MicroApps;

/// <summary>What happens when a quota is used up.</summary>
public enum QuotaEnforcement
{
    /// <summary>Further calls are refused; the limit is never exceeded.</summary>
    Hard,

    /// <summary>Further calls go on, with a warning.</summary>
    Soft,
}
