using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MicroApps.Ledger;

namespace MicroApps.Testing;

/// <summary>An audit log in memory, for tests.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryAuditStore : AuditStore
{
    private readonly InMemoryStoreDatabase _database;
    private readonly string _origin = $"memory/{Guid.CreateVersion7()}";
    private readonly Cell<Log> _log = new(new Log([], ImmutableDictionary<(Guid CallId, Guid EventId), int>.Empty, new MerkleFrontier()));

    /// <summary>An empty log in <paramref name="database"/>.</summary>
    public InMemoryAuditStore(InMemoryStoreDatabase database)
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
        var own = InMemoryTransaction.Of(transaction, _database);
        var log = own.Get(_log);
        if (!log.Places.TryGetValue((entry.CallId, entry.EventId), out var index))
        {
            index = log.Records.Count;
            own.Set(_log, log.With(entry with { Leaf = entry.Leaf.ToArray(), Time = entry.Time.ToUniversalTime() }));
        }
        return new(new AuditReceipt(_origin, index, own.Get(_log).Records[index].LeafHash));
    }

    /// <inheritdoc/>
    public override ValueTask<AuditHead> ReadHeadAsync(CancellationToken cancellationToken = default)
    {
        var tree = _database.Read(_log, cancellationToken).Tree;
        return new(new AuditHead(_origin, tree.Size, tree.Root));
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<AuditRecord> ReadAsync(
        long fromIndex = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromIndex);
        await ValueTask.CompletedTask.ConfigureAwait(false);
        for (; fromIndex < _database.Read(_log, cancellationToken).Records.Count; fromIndex++)
            yield return _log.Committed.Records[(int)fromIndex];
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<AuditRecord>> FindByCallAsync(Guid callId, CancellationToken cancellationToken = default) =>
        new(_database.Read(_log, cancellationToken).Records.FindAll(r => r.Entry.CallId == callId));

    private sealed record Log(ImmutableList<AuditRecord> Records, ImmutableDictionary<(Guid CallId, Guid EventId), int> Places, MerkleFrontier Tree)
    {
        public Log With(AuditEntry entry)
        {
            var record = new AuditRecord(Records.Count, entry, MerkleHasher.Leaf(entry.Leaf.Span));
            var tree = Tree.Clone();
            tree.Append(record.LeafHash);
            return new Log(Records.Add(record), Places.Add((entry.CallId, entry.EventId), Records.Count), tree);
        }
    }
}
