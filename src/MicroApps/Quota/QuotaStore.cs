namespace MicroApps;

/// <summary>The quota ledger: budget windows, leases of running calls, and settled use.</summary>
/// <remarks>
/// Guarantee: for every hard budget Σ spent ≤ limit + Σ max(0, actual − reserved), with any number of threads and processes.
/// Thread-safe. Time is the transaction's time.
/// </remarks>
public abstract class QuotaStore
{
    /// <summary>The database that the ledger is in.</summary>
    public abstract StoreDatabase Database { get; }

    /// <summary>Reserves in all budgets or in none. A second reservation for the same call returns its lease unchanged.</summary>
    public abstract ValueTask<QuotaReserveResult> ReserveAsync(StoreTransaction transaction, QuotaReservation reservation, CancellationToken cancellationToken);

    /// <summary>Moves a lease's reservation to spent with the actual amount, in the windows it was reserved in.</summary>
    /// <returns>True once for each lease; false when it was settled before or never existed. A lapsed lease can still be settled.</returns>
    public abstract ValueTask<bool> SettleAsync(StoreTransaction transaction, Guid callId, QuotaAmount actual, CancellationToken cancellationToken);

    /// <summary>Extends a lease; false when it is gone or has lapsed.</summary>
    public abstract ValueTask<bool> RenewAsync(StoreTransaction transaction, Guid callId, TimeSpan leaseDuration, CancellationToken cancellationToken);

    /// <summary>Moves expired leases to suspense and returns them, each once.</summary>
    public abstract ValueTask<IReadOnlyList<QuotaLease>> LapseAsync(StoreTransaction transaction, CancellationToken cancellationToken);

    /// <summary>The state of the given budgets now.</summary>
    public abstract ValueTask<IReadOnlyList<QuotaWindow>> ReadWindowsAsync(IReadOnlyList<QuotaBudget> budgets, CancellationToken cancellationToken = default);

    /// <summary>Settled use by day, for chargeback, from the first to the last day inclusive.</summary>
    public abstract ValueTask<IReadOnlyList<QuotaUsage>> ReadUsageAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default);
}
