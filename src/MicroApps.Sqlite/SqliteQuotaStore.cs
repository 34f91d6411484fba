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

        var windows = ReadWindows(own.Connection, reservation.Budgets);
        if (FindLease(own.Connection, reservation.CallId) is { } known)
            return new(new QuotaReserveResult(known.Lease, windows, null));
        var refused = Array.Find(windows, w => !w.Fits(reservation.Amount));
        return new(refused is null ? Hold(own, reservation, windows) : new QuotaReserveResult(null, windows, refused));
    }

    /// <inheritdoc/>
    public override ValueTask<bool> SettleAsync(
        StoreTransaction transaction, Guid callId, QuotaAmount actual, CancellationToken cancellationToken)
    {
        actual.ThrowIfNegative(nameof(actual));
        cancellationToken.ThrowIfCancellationRequested();
        var own = SqliteTransaction.Of(transaction, _database);
        var connection = own.Connection;
        if (FindLease(connection, callId) is not var (lease, isLapsed))
            return new(false);

        var (held, suspense) = isLapsed ? (default, lease.Amount) : (lease.Amount, default(QuotaAmount));
        connection.Use(QuotaSql.Settle).Bind(actual).Bind(held).Bind(suspense).Bind(callId).Run();
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
        var expired = new List<QuotaLease>();
        using (var rows = connection.Use(QuotaSql.FindExpired).Bind(own.Now))
        {
            while (rows.Step())
                expired.Add(ReadLease(rows).Lease);
        }
        foreach (var lease in expired)
        {
            connection.Use(QuotaSql.Suspend).Bind(lease.Amount).Bind(lease.CallId).Run();
            connection.Use(QuotaSql.MarkLapsed).Bind(lease.CallId).Run();
        }
        connection.Use(QuotaSql.ForgetLeases).Bind(own.Now - LapsedLeasesKept).Run();
        connection.Use(QuotaSql.ForgetWindows).Bind(own.Now - WindowsKept).Run();
        return new(expired);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<QuotaWindow>> ReadWindowsAsync(
        IReadOnlyList<QuotaBudget> budgets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        return await _database.ReadAsync(budgets, ReadWindows, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<QuotaUsage>> ReadUsageAsync(
        DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        await _database.ReadAsync((from, to), ReadUsage, cancellationToken).ConfigureAwait(false);

    private static QuotaReserveResult Hold(SqliteTransaction own, QuotaReservation reservation, QuotaWindow[] windows)
    {
        var (connection, amount) = (own.Connection, reservation.Amount);
        var lease = new QuotaLease(reservation.CallId, amount, own.Now + reservation.LeaseDuration, reservation.Charge);
        connection.Use(QuotaSql.AddLease).Bind(lease.CallId).Bind(amount).Bind(lease.ExpiresAt).Bind(lease.Charge).Run();
        for (var i = 0; i < windows.Length; i++)
        {
            // Two budgets may limit the same window; it counts the call once.
            if (IsFirstOfItsKind(windows, i))
                HoldIn(connection, lease, windows[i].Budget);
            windows[i] = windows[i] with { Held = windows[i].Held + amount };
        }
        return new QuotaReserveResult(lease, windows, null);
    }

    private static bool IsFirstOfItsKind(QuotaWindow[] windows, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (windows[i].Budget.HasSameWindow(windows[index].Budget))
                return false;
        }
        return true;
    }

    private static void HoldIn(SqliteConnection connection, QuotaLease lease, QuotaBudget budget)
    {
        long id;
        using (var row = connection.Use(QuotaSql.Hold))
        {
            BindKey(row, budget).Bind(budget.WindowEnd).Bind(lease.Amount).Step();
            id = row.Int64(0);
        }
        connection.Use(QuotaSql.AddLeaseWindow).Bind(lease.CallId).Bind(id).Run();
    }

    private static QuotaWindow[] ReadWindows(SqliteConnection connection, IReadOnlyList<QuotaBudget> budgets)
    {
        var windows = new QuotaWindow[budgets.Count];
        for (var i = 0; i < windows.Length; i++)
        {
            using var row = BindKey(connection.Use(QuotaSql.FindWindow), budgets[i]);
            windows[i] = row.Step()
                ? new QuotaWindow(budgets[i], row.Amount(0), row.Amount(3), row.Amount(6))
                : new QuotaWindow(budgets[i], default, default, default);
        }
        return windows;
    }

    private static SqliteStatement BindKey(SqliteStatement statement, QuotaBudget budget) =>
        statement.Bind((long)budget.Scope).Bind(budget.Subject).Bind((long)budget.Period).Bind(budget.WindowStart);

    private static (QuotaLease Lease, bool IsLapsed)? FindLease(SqliteConnection connection, Guid callId)
    {
        using var row = connection.Use(QuotaSql.FindLease).Bind(callId);
        return row.Step() ? ReadLease(row) : null;
    }

    private static (QuotaLease Lease, bool IsLapsed) ReadLease(SqliteStatement row) =>
        (new QuotaLease(row.Guid(0), row.Amount(1), row.Time(4), row.Charge(5)), row.Int64(10) != 0);

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
