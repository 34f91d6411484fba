namespace MicroApps;

/// <summary>What an app has used and may still use: for the app itself, the command line and reports.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class QuotaLedger
{
    private readonly QuotaStore _store;
    private readonly QuotaPlan _plan;
    private readonly Func<KeyRing> _keys;
    private readonly TimeProvider _timeProvider;

    internal QuotaLedger(Manifest manifest, QuotaStore store, Func<KeyRing> keys, TimeProvider timeProvider)
    {
        _store = store;
        _plan = new QuotaPlan(manifest);
        _keys = keys;
        _timeProvider = timeProvider;
    }

    /// <summary>The current window of every budget of the manifest: those by user for the given user (null: for calls without one), those by model for each model.</summary>
    public ValueTask<IReadOnlyList<QuotaWindow>> ReadWindowsAsync(string? userId = null, CancellationToken cancellationToken = default)
    {
        var planned = _plan.ResolveAll(SubjectOf(_keys(), userId), _timeProvider.GetUtcNow());
        return _store.ReadWindowsAsync([.. planned.Select(p => p.Budget)], cancellationToken);
    }

    /// <summary>Settled use by UTC day and by whom it is charged to, from the first to the last day inclusive.</summary>
    public ValueTask<IReadOnlyList<QuotaUsage>> ReadUsageAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        _store.ReadUsageAsync(from, to, cancellationToken);

    /// <summary>Settled use summed up by app, owner group, cost centre, user or model, from the first to the last day inclusive.</summary>
    public async ValueTask<IReadOnlyDictionary<string, QuotaAmount>> ReadTotalsAsync(
        QuotaScope by, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        var usage = await ReadUsageAsync(from, to, cancellationToken).ConfigureAwait(false);
        return usage.GroupBy(u => Key(u.Charge, by), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Aggregate(default(QuotaAmount), (sum, u) => sum + u.Spent), StringComparer.Ordinal);
    }

    internal static string SubjectOf(KeyRing keys, string? userId) => userId is null ? "" : keys.Commit(userId);

    private static string Key(QuotaCharge charge, QuotaScope by) => by switch
    {
        QuotaScope.App => charge.AppId,
        QuotaScope.Owner => charge.OwnerGroup,
        QuotaScope.CostCentre => charge.CostCentre,
        QuotaScope.User => charge.User,
        _ => charge.ModelId,
    };
}
