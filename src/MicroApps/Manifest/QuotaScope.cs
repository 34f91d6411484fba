namespace MicroApps;

/// <summary>What a quota is counted for.</summary>
public enum QuotaScope
{
    /// <summary>The whole app.</summary>
    App,

    /// <summary>All apps of the same owner together.</summary>
    Owner,

    /// <summary>All apps of the same cost centre together.</summary>
    CostCentre,

    /// <summary>Each user of the app alone.</summary>
    User,

    /// <summary>Each model alone, or the one that the quota names.</summary>
    Model,
}
