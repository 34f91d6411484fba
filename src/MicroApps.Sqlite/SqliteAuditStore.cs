using System.Runtime.CompilerServices;
using MicroApps.Ledger;

namespace MicroApps.Sqlite;

/// <summary>The audit log in a SQLite file.</summary>
/// <remarks>
/// Thread-safe. Triggers refuse to change or delete a record, which stops mistakes but not somebody who can write to the file: that is what
/// <see cref="AuditVerifier"/> and signed checkpoints are for.
/// </remarks>
public sealed class SqliteAuditStore : AuditStore
{
    private const int PageLength = 256;
    private static readonly Sql Insert = new(
        "INSERT INTO audit_entry (idx, event_id, call_id, kind, time, leaf, leaf_hash) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id, event_id) DO NOTHING");
    private static readonly Sql Find = new("SELECT idx, leaf_hash FROM audit_entry WHERE call_id = ? AND event_id = ?");
    private static readonly Sql Page = new(
        "SELECT idx, event_id, call_id, kind, time, leaf, leaf_hash FROM audit_entry WHERE idx >= ? ORDER BY idx LIMIT ?");
    private static readonly Sql OfCall = new(
        "SELECT idx, event_id, call_id, kind, time, leaf, leaf_hash FROM audit_entry WHERE call_id = ? ORDER BY idx");

    private readonly SqliteStoreDatabase _database;

    /// <summary>The log that <paramref name="database"/> holds.</summary>
    public SqliteAuditStore(SqliteStoreDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <inheritdoc/>
    public override StoreDatabase Database => _database;

    /// <inheritdoc/>
    public override ValueTask<AuditReceipt> AppendAsync(StoreTransaction transaction, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entry.Leaf.Length, AuditEntry.MaxLeafBytes, nameof(entry));
        cancellationToken.ThrowIfCancellationRequested();
        var own = SqliteTransaction.Of(transaction, _database);
        var (leafHash, index) = (MerkleHasher.Leaf(entry.Leaf.Span), own.Head.Log.Size);

        own.Connection.Use(Insert).Bind(index).Bind(entry.EventId).Bind(entry.CallId).Bind(entry.Kind).Bind(entry.Time)
            .Bind(entry.Leaf.Span).Bind(leafHash.Bytes).Run();
        if (own.Connection.Changes == 1)
            own.AppendLeaf(leafHash);
        else
            (index, leafHash) = FindPlace(own.Connection, entry);
        return new(new AuditReceipt(own.Head.Origin, index, leafHash));
    }

    /// <inheritdoc/>
    public override ValueTask<AuditHead> ReadHeadAsync(CancellationToken cancellationToken = default) =>
        _database.ReadAsync(_database.Path, static (c, path) => StoreHead.ReadAuditHead(c, path), cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<AuditRecord> ReadAsync(
        long fromIndex = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromIndex);
        while (true)
        {
            var page = await _database.ReadAsync(fromIndex, ReadPage, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
                yield return record;
            if (page.Count == 0)
                yield break;
            fromIndex = page[^1].Index + 1;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<AuditRecord>> FindByCallAsync(Guid callId, CancellationToken cancellationToken = default) =>
        await _database.ReadAsync(callId, ReadCall, cancellationToken).ConfigureAwait(false);

    private static (long Index, Hash256 LeafHash) FindPlace(SqliteConnection connection, AuditEntry entry)
    {
        using var row = connection.Use(Find).Bind(entry.CallId).Bind(entry.EventId);
        row.Step();
        return (row.Int64(0), Hash256.FromBytes(row.Blob(1)));
    }

    private List<AuditRecord> ReadPage(SqliteConnection connection, long fromIndex) =>
        ReadRecords(connection.Use(Page).Bind(fromIndex).Bind(PageLength), mayEndEarly: true);

    private List<AuditRecord> ReadCall(SqliteConnection connection, Guid callId) =>
        ReadRecords(connection.Use(OfCall).Bind(callId), mayEndEarly: false);

    private List<AuditRecord> ReadRecords(SqliteStatement rows, bool mayEndEarly)
    {
        using (rows)
        {
            var records = new List<AuditRecord>();
            while (rows.Step())
            {
                // What stands before a malformed record is given out first; the next page begins with that one and fails.
                if (TryReadRecord(rows) is { } record)
                    records.Add(record);
                else if (records.Count == 0 || !mayEndEarly)
                    throw Malformed(rows.Int64(0));
                else
                    break;
            }
            return records;
        }
    }

    private static AuditRecord? TryReadRecord(SqliteStatement row)
    {
        try
        {
            var entry = new AuditEntry(row.Guid(1), row.Guid(2), row.Text(3), row.Time(4), row.Blob(5).ToArray());
            return new AuditRecord(row.Int64(0), entry, Hash256.FromBytes(row.Blob(6)));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private StoreException Malformed(long index) => new(
        StoreFault.Damaged, _database.Path, $"Store '{_database.Path}': audit record {index} is malformed; keep the file as evidence and restore a backup.");
}
