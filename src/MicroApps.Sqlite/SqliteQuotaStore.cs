namespace MicroApps.Sqlite;

/// <summary>The quota ledger in a SQLite file.</summary>
/// <remarks>
/// Thread-safe. Only one unit of work writes to the file at a time, whatever the number of processes, so checking every budget and then
/// holding in all of them is atomic. Windows are forgotten a day after their end, lapsed leases after 31 days; settled use is kept.
/// </remarks>
public sealed class SqliteQuotaStore : QuotaStore
{
    private static readonly TimeSpan WindowsKept = TimeSpan.FromDays(1);
    private static readonly TimeSpan LapsedLeasesKept = TimeSpan.FromDays(31);

    private const int FewBudgets = 16;

    private readonly SqliteStoreDatabase _database;

    /// <summary>The ledger that <paramref name="database"/> holds.</summary>
    public SqliteQuotaStore(SqliteStoreDatabase database)
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
        var own = SqliteTransaction.Of(transaction, _database);

        Span<long> ids = reservation.Budgets.Count <= FewBudgets ? stackalloc long[reservation.Budgets.Count] : new long[reservation.Budgets.Count];
        var windows = ReadWindows(own.Connection, reservation.Budgets, ids);
        var refused = Array.Find(windows, w => !w.Fits(reservation.Amount));
        var lease = refused is null ? Hold(own, reservation, windows, ids) : null;
        if (lease is null && FindLease(own.Connection, reservation.CallId) is { } known)
            return new(new QuotaReserveResult(known.Lease, windows, null));
        return new(new QuotaReserveResult(lease, windows, refused));
    }

    /// <inheritdoc/>
    public override ValueTask<bool> SettleAsync(
        StoreTransaction transaction, Guid callId, QuotaAmount actual, CancellationToken cancellationToken)
    {
        actual.ThrowIfNegative(nameof(actual));
        cancellationToken.ThrowIfCancellationRequested();
        var own = SqliteTransaction.Of(transaction, _database);
        var connection = own.Connection;
        if (FindLease(connection, callId) is not var (lease, isLapsed, windows))
            return new(false);

        var (held, suspense) = isLapsed ? (default, lease.Amount) : (lease.Amount, default(QuotaAmount));
        foreach (var window in windows)
            connection.Use(QuotaSql.Settle).Bind(actual).Bind(held).Bind(suspense).Bind(window).Run();
        connection.Use(QuotaSql.RemoveLease).Bind(callId).Run();
        connection.Use(QuotaSql.AddUsage).Bind(DayOf(own.Now)).Bind(lease.Charge).Bind(actual).Run();
        return new(true);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> RenewAsync(
        StoreTransaction transaction, Guid callId, TimeSpan leaseDuration, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(leaseDuration, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();
        var own = SqliteTransaction.Of(transaction, _database);
        own.Connection.Use(QuotaSql.Renew).Bind(own.Now + leaseDuration).Bind(callId).Bind(own.Now).Run();
        return new(own.Connection.Changes == 1);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<QuotaLease>> LapseAsync(StoreTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var own = SqliteTransaction.Of(transaction, _database);
        var connection = own.Connection;
        var expired = new List<(QuotaLease Lease, bool IsLapsed, long[] Windows)>();
        using (var rows = connection.Use(QuotaSql.FindExpired).Bind(own.Now))
        {
            while (rows.Step())
                expired.Add(ReadLease(rows));
        }
        foreach (var (lease, _, windows) in expired)
        {
            foreach (var window in windows)
                connection.Use(QuotaSql.Suspend).Bind(lease.Amount).Bind(window).Run();
            connection.Use(QuotaSql.MarkLapsed).Bind(lease.CallId).Run();
        }
        connection.Use(QuotaSql.ForgetLeases).Bind(own.Now - LapsedLeasesKept).Run();
        connection.Use(QuotaSql.ForgetWindows).Bind(own.Now - WindowsKept).Bind(own.Now - WindowsKept - LapsedLeasesKept).Run();
        return new(expired.ConvertAll(static e => e.Lease));
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<QuotaWindow>> ReadWindowsAsync(
        IReadOnlyList<QuotaBudget> budgets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        return await _database.ReadAsync(budgets, static (connection, budgets) => ReadWindows(connection, budgets, new long[budgets.Count]), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<QuotaUsage>> ReadUsageAsync(
        DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        await _database.ReadAsync((from, to), ReadUsage, cancellationToken).ConfigureAwait(false);

    /// <summary>Adds the lease and counts it in every window; null when the call has a lease already.</summary>
    private static QuotaLease? Hold(SqliteTransaction own, QuotaReservation reservation, QuotaWindow[] windows, Span<long> ids)
    {
        var (connection, amount) = (own.Connection, reservation.Amount);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] == 0)
                ids[i] = AddWindow(connection, windows[i].Budget);
        }

        // Two budgets may limit the same window; it counts the call once.
        ids = ids[..Distinct(ids)];
        var lease = new QuotaLease(reservation.CallId, amount, own.Now + reservation.LeaseDuration, reservation.Charge);
        connection.Use(QuotaSql.AddLease).Bind(lease.CallId).Bind(amount).Bind(lease.ExpiresAt).Bind(lease.Charge).BindWords(ids).Run();
        if (connection.Changes == 0)
            return null;
        foreach (var id in ids)
            connection.Use(QuotaSql.Hold).Bind(amount).Bind(id).Run();
        for (var i = 0; i < windows.Length; i++)
            windows[i] = windows[i] with { Held = windows[i].Held + amount };
        return lease;
    }

    private static long AddWindow(SqliteConnection connection, QuotaBudget budget)
    {
        using var row = BindKey(connection.Use(QuotaSql.AddWindow), budget).Bind(budget.WindowEnd);
        row.Step();
        return row.Int64(0);
    }

    /// <summary>Moves the different ids to the front and counts them.</summary>
    private static int Distinct(Span<long> ids)
    {
        var count = 0;
        foreach (var id in ids)
        {
            if (!ids[..count].Contains(id))
                ids[count++] = id;
        }
        return count;
    }

    /// <summary>Reads the state of every budget; <paramref name="ids"/> receives the windows' row ids, 0 for those that have no row yet.</summary>
    private static QuotaWindow[] ReadWindows(SqliteConnection connection, IReadOnlyList<QuotaBudget> budgets, Span<long> ids)
    {
        var windows = new QuotaWindow[budgets.Count];
        for (var i = 0; i < windows.Length; i++)
        {
            using var row = BindKey(connection.Use(QuotaSql.FindWindow), budgets[i]);
            var isKnown = row.Step();
            ids[i] = isKnown ? row.Int64(9) : 0;
            windows[i] = isKnown
                ? new QuotaWindow(budgets[i], row.Amount(0), row.Amount(3), row.Amount(6))
                : new QuotaWindow(budgets[i], default, default, default);
        }
        return windows;
    }

    private static SqliteStatement BindKey(SqliteStatement statement, QuotaBudget budget) =>
        statement.Bind((long)budget.Scope).Bind(budget.Subject).Bind((long)budget.Period).Bind(budget.WindowStart);

    private static (QuotaLease Lease, bool IsLapsed, long[] Windows)? FindLease(SqliteConnection connection, Guid callId)
    {
        using var row = connection.Use(QuotaSql.FindLease).Bind(callId);
        return row.Step() ? ReadLease(row) : null;
    }

    private static (QuotaLease Lease, bool IsLapsed, long[] Windows) ReadLease(SqliteStatement row) =>
        (new QuotaLease(row.Guid(0), row.Amount(1), row.Time(4), row.Charge(5)), row.Int64(10) != 0, row.Int64s(11));

    private static long DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime).DayNumber;

    private static List<QuotaUsage> ReadUsage(SqliteConnection connection, (DateOnly From, DateOnly To) days)
    {
        using var rows = connection.Use(QuotaSql.ReadUsage).Bind(days.From.DayNumber).Bind(days.To.DayNumber);
        var usage = new List<QuotaUsage>();
        while (rows.Step())
            usage.Add(new QuotaUsage(DateOnly.FromDayNumber((int)rows.Int64(0)), rows.Charge(1), rows.Amount(6)));
        return usage;
    }
}
