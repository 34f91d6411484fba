namespace MicroApps;

/// <summary>Reads and checks the app's audit log.</summary>
/// <remarks>Thread-safe. Outcomes may still be on their way to the disk: <see cref="MicroApp.FlushAsync"/> first when they matter.</remarks>
public sealed class AuditLog
{
    private readonly AuditStore _store;

    internal AuditLog(AuditStore store) => _store = store;

    /// <summary>How many records the log holds, and the Merkle root over them.</summary>
    public ValueTask<AuditHead> ReadHeadAsync(CancellationToken cancellationToken = default) => _store.ReadHeadAsync(cancellationToken);

    /// <summary>Reads the records in order.</summary>
    public IAsyncEnumerable<AuditRecord> ReadAsync(long fromIndex = 0, CancellationToken cancellationToken = default) => _store.ReadAsync(fromIndex, cancellationToken);

    /// <summary>The records of one call, in order.</summary>
    public ValueTask<IReadOnlyList<AuditRecord>> FindByCallAsync(Guid callId, CancellationToken cancellationToken = default) =>
        _store.FindByCallAsync(callId, cancellationToken);

    /// <summary>Recomputes every hash from the stored bytes and compares.</summary>
    public Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken = default) => AuditVerifier.VerifyAsync(_store, cancellationToken);
}
