using SQLitePCL;

namespace MicroApps.Sqlite.Tests;

/// <summary>A SQLite file in a folder of its own, with a hook in front of every statement.</summary>
public sealed class SqliteKit : StoreKit
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("microapps-");
    private readonly Action<SqliteStoreOptions> _change;
    private SqliteStoreDatabase _database = null!;
    private AuditStore _audit = null!;
    private QuotaStore _quota = null!;
    private VaultStore _vault = null!;

    public SqliteKit()
        : this(static _ => { })
    {
    }

    public SqliteKit(Action<SqliteStoreOptions> change)
    {
        _change = change;
        Open();
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "microapp.db");

    public override StoreDatabase Database => _database;

    public override AuditStore Audit => _audit;

    public override QuotaStore Quota => _quota;

    public override VaultStore Vault => _vault;

    /// <summary>Stands in front of each step of a statement: gets its text and the step itself, gives SQLite's result code.</summary>
    internal Func<string, Func<int>, int>? Hook { get; set; }

    public override void FailNextWrite() => Hook = (sql, step) =>
    {
        if (sql != "COMMIT")
            return step();
        Hook = null;
        return raw.SQLITE_FULL;
    };

    public void Open()
    {
        var options = new SqliteStoreOptions
        {
            Path = Path,
            TimeProvider = Clock,
            StepHook = (sql, step) => Hook is { } hook ? hook(sql, step) : step(),
        };
        _change(options);
        _database = SqliteStoreDatabase.Open(options);
        (_audit, _quota, _vault) = (new SqliteAuditStore(_database), new SqliteQuotaStore(_database), new SqliteVaultStore(_database));
    }

    public async Task ReopenAsync()
    {
        await _database.DisposeAsync();
        Open();
    }

    /// <summary>Does something to the file behind the store's back.</summary>
    public void Tamper(string sql)
    {
        using var connection = SqliteConnection.Open(new SqliteStoreOptions { Path = Path });
        connection.Execute("DROP TRIGGER IF EXISTS audit_entry_no_update; DROP TRIGGER IF EXISTS audit_entry_no_delete; PRAGMA foreign_keys = OFF");
        connection.Execute(sql);
    }

    public override async ValueTask DisposeAsync()
    {
        Hook = null;
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
