namespace MicroApps.Sqlite.Tests;

public sealed class SqliteDatabaseSuite() : StoreDatabaseTests(new SqliteKit());

public sealed class SqliteAuditSuite() : AuditStoreTests(new SqliteKit());

public sealed class SqliteQuotaSuite() : QuotaStoreTests(new SqliteKit());

public sealed class SqliteVaultSuite() : VaultStoreTests(new SqliteKit());
