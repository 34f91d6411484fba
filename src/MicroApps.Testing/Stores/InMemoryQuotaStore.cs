using System.Collections.Immutable;

namespace MicroApps.Testing;

/// <summary>A quota ledger in memory, for tests.</summary>
/// <remarks>Thread-safe. Nothing is ever forgotten.</remarks>
public sealed class InMemoryQuotaStore : QuotaStore
{
    private readonly InMemoryStoreDatabase _database;
    private readonly Cell<ImmutableDictionary<WindowKey, Counts>> _windows = new(ImmutableDictionary<WindowKey, Counts>.Empty);
    private readonly Cell<ImmutableDictionary<Guid, Held>> _leases = new(ImmutableDictionary<Guid, Held>.Empty);
    private readonly Cell<ImmutableDictionary<(DateOnly Day, QuotaCharge Charge), QuotaAmount>> _usage =
        new(ImmutableDictionary<(DateOnly, QuotaCharge), QuotaAmount>.Empty);

    /// <summary>An empty ledger in <paramref name="database"/>.</summary>
    public InMemoryQuotaStore(InMemoryStoreDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <inheritdoc/>
    public override StoreDatabase Database => _database;

    /// <inheritdoc/>
    public override ValueTask<QuotaReserveResult> ReserveAsync(
        StoreTransaction transaction, QuotaReservation reservation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        reservation.Amount.ThrowIfNegative(nameof(reservation));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(reservation.LeaseDuration, TimeSpan.Zero, nameof(reservation));
        cancellationToken.ThrowIfCancellationRequested();
        var own = InMemoryTransaction.Of(transaction, _database);

        var windows = Windows(own.Get(_windows), reservation.Budgets);
        if (own.Get(_leases).TryGetValue(reservation.CallId, out var known))
            return new(new QuotaReserveResult(known.Lease, windows, null));
        if (windows.FirstOrDefault(w => !w.Fits(reservation.Amount)) is { } refused)
            return new(new QuotaReserveResult(null, windows, refused));

        var lease = new QuotaLease(reservation.CallId, reservation.Amount, own.Now + reservation.LeaseDuration, reservation.Charge);
        ImmutableArray<WindowKey> keys = [.. reservation.Budgets.Select(WindowKey.Of).Distinct()];
        own.Set(_leases, own.Get(_leases).Add(lease.CallId, new Held(lease, keys, IsLapsed: false)));
        Change(own, keys, c => c with { Held = c.Held + lease.Amount });
        return new(new QuotaReserveResult(lease, Windows(own.Get(_windows), reservation.Budgets), null));
    }

    /// <inheritdoc/>
    public override ValueTask<bool> SettleAsync(
        StoreTransaction transaction, Guid callId, QuotaAmount actual, CancellationToken cancellationToken)
    {
        actual.ThrowIfNegative(nameof(actual));
        cancellationToken.ThrowIfCancellationRequested();
        var own = InMemoryTransaction.Of(transaction, _database);
        if (!own.Get(_leases).TryGetValue(callId, out var held))
            return new(false);

        own.Set(_leases, own.Get(_leases).Remove(callId));
        Change(own, held.Keys, c => held.IsLapsed
            ? c with { Spent = c.Spent + actual, Suspense = Subtract(c.Suspense, held.Lease.Amount) }
            : c with { Spent = c.Spent + actual, Held = Subtract(c.Held, held.Lease.Amount) });
        var (day, usage) = (DateOnly.FromDateTime(own.Now.UtcDateTime), own.Get(_usage));
        own.Set(_usage, usage.SetItem((day, held.Lease.Charge), usage.GetValueOrDefault((day, held.Lease.Charge)) + actual));
        return new(true);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> RenewAsync(
        StoreTransaction transaction, Guid callId, TimeSpan leaseDuration, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(leaseDuration, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();
        var own = InMemoryTransaction.Of(transaction, _database);
        var leases = own.Get(_leases);
        if (!leases.TryGetValue(callId, out var held) || held.IsLapsed || held.Lease.ExpiresAt <= own.Now)
            return new(false);
        own.Set(_leases, leases.SetItem(callId, held with { Lease = held.Lease with { ExpiresAt = own.Now + leaseDuration } }));
        return new(true);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<QuotaLease>> LapseAsync(StoreTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var own = InMemoryTransaction.Of(transaction, _database);
        var expired = own.Get(_leases).Values.Where(h => !h.IsLapsed && h.Lease.ExpiresAt <= own.Now).OrderBy(h => h.Lease.ExpiresAt).ToList();
        foreach (var held in expired)
        {
            own.Set(_leases, own.Get(_leases).SetItem(held.Lease.CallId, held with { IsLapsed = true }));
            Change(own, held.Keys, c => c with { Held = Subtract(c.Held, held.Lease.Amount), Suspense = c.Suspense + held.Lease.Amount });
        }
        return new([.. expired.Select(h => h.Lease)]);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<QuotaWindow>> ReadWindowsAsync(
        IReadOnlyList<QuotaBudget> budgets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        return new(Windows(_database.Read(_windows, cancellationToken), budgets));
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<QuotaUsage>> ReadUsageAsync(
        DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        new([.. _database.Read(_usage, cancellationToken)
            .Where(u => u.Key.Day >= from && u.Key.Day <= to)
            .Select(u => new QuotaUsage(u.Key.Day, u.Key.Charge, u.Value))
            .OrderBy(u => u.Day).ThenBy(u => u.Charge.ToString(), StringComparer.Ordinal)]);

    private void Change(InMemoryTransaction own, ImmutableArray<WindowKey> keys, Func<Counts, Counts> change)
    {
        var windows = own.Get(_windows);
        own.Set(_windows, windows.SetItems(keys.Select(k => KeyValuePair.Create(k, change(windows.GetValueOrDefault(k))))));
    }

    private static QuotaWindow[] Windows(ImmutableDictionary<WindowKey, Counts> windows, IReadOnlyList<QuotaBudget> budgets) =>
        [.. budgets.Select(b => windows.GetValueOrDefault(WindowKey.Of(b)) is var c ? new QuotaWindow(b, c.Spent, c.Held, c.Suspense) : null!)];

    private static QuotaAmount Subtract(QuotaAmount a, QuotaAmount b) => new(a.Requests - b.Requests, a.Tokens - b.Tokens, a.NanoUsd - b.NanoUsd);

    private readonly record struct Counts(QuotaAmount Spent, QuotaAmount Held, QuotaAmount Suspense);

    private sealed record Held(QuotaLease Lease, ImmutableArray<WindowKey> Keys, bool IsLapsed);

    private sealed record WindowKey(QuotaScope Scope, string Subject, QuotaPeriod Period, DateTimeOffset Start)
    {
        public static WindowKey Of(QuotaBudget budget) => new(budget.Scope, budget.Subject, budget.Period, budget.WindowStart);
    }
}
