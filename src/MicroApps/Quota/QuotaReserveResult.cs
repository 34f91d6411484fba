namespace MicroApps;

/// <summary>The answer to a reservation: a lease, or the first budget that it does not fit in.</summary>
/// <param name="Lease">The lease, or null when refused; a refused reservation leaves nothing behind.</param>
/// <param name="Windows">The state of every budget after (or, when refused, without) the reservation, in the order of the request.</param>
/// <param name="Refused">The hard budget that would be exceeded, or null.</param>
public sealed record QuotaReserveResult(QuotaLease? Lease, IReadOnlyList<QuotaWindow> Windows, QuotaWindow? Refused);
