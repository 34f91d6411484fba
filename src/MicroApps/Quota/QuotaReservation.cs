namespace MicroApps;

/// <summary>What a call asks to reserve before it leaves.</summary>
/// <param name="CallId">The call; one lease each.</param>
/// <param name="Amount">An upper bound of what the call can use.</param>
/// <param name="Budgets">Every budget that it counts against, in the fixed order app, owner, cost centre, user, model.</param>
/// <param name="LeaseDuration">How long the lease holds unless it is renewed or settled.</param>
/// <param name="Charge">Whom the use is charged to.</param>
public sealed record QuotaReservation(
    Guid CallId, QuotaAmount Amount, IReadOnlyList<QuotaBudget> Budgets, TimeSpan LeaseDuration, QuotaCharge Charge);
