using System.Globalization;
using MicroApps.Ledger;

namespace MicroApps.Sqlite;

/// <summary>The tables, as a list of migrations: version n is what the first n of them make. Never change one that was released.</summary>
internal static class Schema
{
    // "MAPP": marks the file, so that another program's database is never taken for ours.
    private const int ApplicationId = 0x4D415050;

    private static readonly Sql InsertHead = new("INSERT INTO store_head VALUES (1, ?, ?, 0, 0, 0, ?, ?)");

    private static readonly string[] Migrations = [
        """
        CREATE TABLE store_head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            origin TEXT NOT NULL,
            time INTEGER NOT NULL,
            commits INTEGER NOT NULL,
            writer INTEGER NOT NULL,
            size INTEGER NOT NULL,
            frontier BLOB NOT NULL,
            root BLOB NOT NULL) STRICT;

        CREATE TABLE audit_entry (
            idx INTEGER PRIMARY KEY,
            event_id BLOB NOT NULL,
            call_id BLOB NOT NULL,
            kind TEXT NOT NULL,
            time INTEGER NOT NULL,
            leaf BLOB NOT NULL,
            leaf_hash BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX audit_entry_event ON audit_entry (call_id, event_id);
        CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
        CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;

        CREATE TABLE quota_window (
            id INTEGER PRIMARY KEY,
            scope INTEGER NOT NULL,
            subject TEXT NOT NULL,
            period INTEGER NOT NULL,
            window_start INTEGER NOT NULL,
            window_end INTEGER NOT NULL,
            spent_requests INTEGER NOT NULL DEFAULT 0 CHECK (spent_requests >= 0),
            spent_tokens INTEGER NOT NULL DEFAULT 0 CHECK (spent_tokens >= 0),
            spent_nano_usd INTEGER NOT NULL DEFAULT 0 CHECK (spent_nano_usd >= 0),
            held_requests INTEGER NOT NULL DEFAULT 0 CHECK (held_requests >= 0),
            held_tokens INTEGER NOT NULL DEFAULT 0 CHECK (held_tokens >= 0),
            held_nano_usd INTEGER NOT NULL DEFAULT 0 CHECK (held_nano_usd >= 0),
            suspense_requests INTEGER NOT NULL DEFAULT 0 CHECK (suspense_requests >= 0),
            suspense_tokens INTEGER NOT NULL DEFAULT 0 CHECK (suspense_tokens >= 0),
            suspense_nano_usd INTEGER NOT NULL DEFAULT 0 CHECK (suspense_nano_usd >= 0),
            UNIQUE (scope, subject, period, window_start)) STRICT;
        CREATE INDEX quota_window_end ON quota_window (window_end);
        CREATE TABLE quota_lease (
            call_id BLOB PRIMARY KEY,
            requests INTEGER NOT NULL,
            tokens INTEGER NOT NULL,
            nano_usd INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            lapsed INTEGER NOT NULL DEFAULT 0,
            app_id TEXT NOT NULL,
            owner_group TEXT NOT NULL,
            cost_centre TEXT NOT NULL,
            user TEXT NOT NULL,
            model_id TEXT NOT NULL,
            windows BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE quota_usage (
            day INTEGER NOT NULL,
            app_id TEXT NOT NULL,
            owner_group TEXT NOT NULL,
            cost_centre TEXT NOT NULL,
            user TEXT NOT NULL,
            model_id TEXT NOT NULL,
            requests INTEGER NOT NULL,
            tokens INTEGER NOT NULL,
            nano_usd INTEGER NOT NULL,
            PRIMARY KEY (day, app_id, owner_group, cost_centre, user, model_id)) STRICT, WITHOUT ROWID;

        CREATE TABLE vault_key (
            conversation TEXT PRIMARY KEY,
            key_id TEXT NOT NULL,
            wrapped BLOB NOT NULL,
            created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE vault_entry (
            id INTEGER PRIMARY KEY,
            conversation TEXT NOT NULL REFERENCES vault_key ON DELETE CASCADE,
            placeholder TEXT NOT NULL,
            sealed BLOB NOT NULL,
            UNIQUE (conversation, placeholder)) STRICT;
        """,
    ];

    /// <summary>Brings the file to the newest version; several processes may do so at once.</summary>
    public static void Migrate(SqliteConnection connection, SqliteStoreOptions options)
    {
        if (Check(connection, options) == Migrations.Length)
            return;
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been faster.
            var version = Check(connection, options);
            if (version == 0)
                Mark(connection);
            for (; version < Migrations.Length; version++)
                Apply(connection, version, options.TimeProvider.GetUtcNow());
            connection.Execute("COMMIT");
        }
        catch
        {
            if (!connection.IsAutocommit)
                connection.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>The version of the file, 0 for an empty one.</summary>
    /// <exception cref="StoreException">The file is of another program or has a newer version.</exception>
    public static int Check(SqliteConnection connection, SqliteStoreOptions options)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            return Number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0 && !options.IsReadOnly
                ? 0
                : throw Refuse(options, "the file is not a store of micro apps; give another path");
        }

        var version = Number(connection, "SELECT MAX(version) FROM schema_version");
        if (version > Migrations.Length)
            throw Refuse(options, Invariant($"its schema is version {version}, newer than {Migrations.Length}, the newest that this program knows; update the program"));
        if (version < Migrations.Length && options.IsReadOnly)
            throw Refuse(options, Invariant($"its schema is version {version}, older than {Migrations.Length}; open it for writing once to bring it up to date"));
        return (int)version;
    }

    private static void Mark(SqliteConnection connection)
    {
        connection.Execute(Invariant($"PRAGMA application_id = {ApplicationId}"));
        connection.Execute("CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT");
    }

    private static void Apply(SqliteConnection connection, int version, DateTimeOffset now)
    {
        connection.Execute(Migrations[version]);
        if (version == 0)
            CreateHead(connection, now);
        connection.Execute(Invariant($"INSERT INTO schema_version VALUES ({version + 1}, {now.UtcTicks})"));
    }

    private static void CreateHead(SqliteConnection connection, DateTimeOffset now) => connection.Use(InsertHead)
        .Bind($"microapp.db/{Guid.CreateVersion7(now)}").Bind(now).Bind([]).Bind(MerkleHasher.EmptyRoot.Bytes).Run();

    private static long Number(SqliteConnection connection, string sql) => connection.Query(sql, static row => row.Int64(0));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static StoreException Refuse(SqliteStoreOptions options, string why) =>
        new(StoreFault.Damaged, options.Path, $"Store '{options.Path}': {why}.");
}
