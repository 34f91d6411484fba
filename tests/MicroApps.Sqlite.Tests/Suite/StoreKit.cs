namespace MicroApps.Sqlite.Tests;

/// <summary>The stores of one database under test.</summary>
public abstract class StoreKit : IAsyncDisposable
{
    public SettableClock Clock { get; } = new();

    public abstract StoreDatabase Database { get; }

    public abstract AuditStore Audit { get; }

    public abstract QuotaStore Quota { get; }

    public abstract VaultStore Vault { get; }

    /// <summary>Makes the next unit of work fail; nothing of it is kept.</summary>
    public abstract void FailNextWrite();

    public virtual async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async Task<AuditReceipt> AppendAsync(AuditEntry entry, WriteUrgency urgency = WriteUrgency.Now, CancellationToken cancellation = default) =>
        await Database.WriteAsync((Audit, entry), static (t, s, c) => s.Audit.AppendAsync(t, s.entry, c), urgency, cancellation);

    public async Task<List<AuditRecord>> ReadLogAsync(long from = 0)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in Audit.ReadAsync(from))
            records.Add(record);
        return records;
    }

    public async Task AssertIntactAsync(int size)
    {
        var found = await AuditVerifier.VerifyAsync(Audit);
        Assert.Empty(found.Problems);
        Assert.Equal(size, found.Size);
    }
}
