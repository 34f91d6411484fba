using MicroApps.Testing;

namespace MicroApps.Sqlite.Tests;

public sealed class InMemoryKit : StoreKit
{
    private readonly InMemoryStoreDatabase _database;

    public InMemoryKit()
    {
        _database = new InMemoryStoreDatabase(Clock);
        (Audit, Quota, Vault) = (new InMemoryAuditStore(_database), new InMemoryQuotaStore(_database), new InMemoryVaultStore(_database));
    }

    public override StoreDatabase Database => _database;

    public override AuditStore Audit { get; }

    public override QuotaStore Quota { get; }

    public override VaultStore Vault { get; }

    public override void FailNextWrite() => _database.FailWrite(1, StoreFault.Full);
}
