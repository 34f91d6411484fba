namespace MicroApps;

/// <summary>Quota that is reserved for a call until it is settled or lapses.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Amount">The reserved amount.</param>
/// <param name="ExpiresAt">When the lease lapses unless it is renewed: its amount then stays counted until the window ends.</param>
/// <param name="Charge">Whom the use is charged to.</param>
public sealed record QuotaLease(Guid CallId, QuotaAmount Amount, DateTimeOffset ExpiresAt, QuotaCharge Charge);
