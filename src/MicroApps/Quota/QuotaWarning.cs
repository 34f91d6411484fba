namespace MicroApps;

/// <summary>A budget has crossed a threshold of its quota.</summary>
/// <param name="Scope">Whose budget it is; a user is never named.</param>
/// <param name="Period">The length of the window.</param>
/// <param name="Unit">What the limit counts.</param>
/// <param name="Threshold">The percentage that was crossed; 100 when a soft limit is used up.</param>
/// <param name="Limit">The limit, in the unit.</param>
/// <param name="Spent">Settled use.</param>
/// <param name="Held">Reserved by running calls and by calls whose outcome is unknown.</param>
/// <param name="ResetsAt">When the window ends.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record QuotaWarning(
    QuotaScope Scope, QuotaPeriod Period, QuotaUnit Unit, int Threshold, long Limit, long Spent, long Held, DateTimeOffset ResetsAt, string Message);
