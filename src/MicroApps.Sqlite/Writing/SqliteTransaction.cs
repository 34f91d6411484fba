using MicroApps.Ledger;

namespace MicroApps.Sqlite;

/// <summary>One unit of work inside a <see cref="SqliteWriter"/>'s transaction, which may hold several.</summary>
internal sealed class SqliteTransaction(SqliteStoreDatabase database, SqliteConnection connection, StoreHead before) : StoreTransaction
{
    private bool _logIsOwn;
    private bool _ended;

    public override StoreDatabase Database => database;

    public override DateTimeOffset Now => Head.Time;

    /// <summary>The head with what this work added.</summary>
    public StoreHead Head { get; private set; } = before;

    public SqliteConnection Connection => connection;

    /// <summary>Whether nothing that the work deleted may stay in the write-ahead log.</summary>
    public bool MustTruncateLog { get; set; }

    /// <summary>The transaction as a store of <paramref name="database"/> needs it.</summary>
    public static SqliteTransaction Of(StoreTransaction transaction, SqliteStoreDatabase database)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (transaction is not SqliteTransaction own || own.Database != database)
            throw new ArgumentException("The transaction is of another database than the store.", nameof(transaction));
        if (own._ended)
            throw new InvalidOperationException("The transaction has ended: use it only inside the delegate that received it.");
        return own;
    }

    public void AppendLeaf(in Hash256 leafHash)
    {
        // The work may be undone alone, so what was there before it stays as it is.
        if (!_logIsOwn)
            Head = Head with { Log = Head.Log.Clone() };
        _logIsOwn = true;
        Head.Log.Append(leafHash);
    }

    public void End() => _ended = true;
}
