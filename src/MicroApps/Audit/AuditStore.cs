namespace MicroApps;

/// <summary>An append-only log of audit records with a Merkle tree over them (RFC 6962 hashing).</summary>
/// <remarks>Thread-safe. Several processes may append to one log; indexes have no gaps.</remarks>
public abstract class AuditStore
{
    /// <summary>The database that the log is in.</summary>
    public abstract StoreDatabase Database { get; }

    /// <summary>Appends a record within <paramref name="transaction"/>; the receipt holds once the transaction is durable.</summary>
    public abstract ValueTask<AuditReceipt> AppendAsync(StoreTransaction transaction, AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The stored head: what the log claims to hold.</summary>
    public abstract ValueTask<AuditHead> ReadHeadAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads records in order from <paramref name="fromIndex"/>, without holding a lock between them.</summary>
    public abstract IAsyncEnumerable<AuditRecord> ReadAsync(long fromIndex = 0, CancellationToken cancellationToken = default);

    /// <summary>The records of one call, in order.</summary>
    public abstract ValueTask<IReadOnlyList<AuditRecord>> FindByCallAsync(Guid callId, CancellationToken cancellationToken = default);
}
