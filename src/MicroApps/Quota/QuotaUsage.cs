namespace MicroApps;

/// <summary>What was used on one day, charged to one combination of app, owner group, cost centre, user and model.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Charge">Whom it is charged to.</param>
/// <param name="Spent">Settled use.</param>
public sealed record QuotaUsage(DateOnly Day, QuotaCharge Charge, QuotaAmount Spent);
