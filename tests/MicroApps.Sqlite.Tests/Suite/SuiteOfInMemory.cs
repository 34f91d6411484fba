namespace MicroApps.Sqlite.Tests;

public sealed class InMemoryDatabaseSuite() : StoreDatabaseTests(new InMemoryKit());

public sealed class InMemoryAuditSuite() : AuditStoreTests(new InMemoryKit());

public sealed class InMemoryQuotaSuite() : QuotaStoreTests(new InMemoryKit());

public sealed class InMemoryVaultSuite() : VaultStoreTests(new InMemoryKit());
