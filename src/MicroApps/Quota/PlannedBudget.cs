namespace MicroApps;

/// <summary>A budget that a call counts against, and the quota of the manifest behind it.</summary>
internal readonly record struct PlannedBudget(QuotaBudget Budget, QuotaRule Rule);
