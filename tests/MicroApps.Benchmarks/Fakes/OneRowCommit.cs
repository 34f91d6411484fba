using SQLitePCL;

namespace MicroApps.Benchmarks;

/// <summary>The least that a durable record costs: one prepared insert of one small row, committed by itself, straight through SQLite's C interface.</summary>
internal sealed class OneRowCommit : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("microapps-bench-").FullName;
    private readonly byte[] _row = new byte[512];
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    static OneRowCommit() => Batteries_V2.Init();

    public OneRowCommit()
    {
        Check(raw.sqlite3_open_v2(Path.Combine(_folder, "row.db"), out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Check(raw.sqlite3_exec(_database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE record (id INTEGER PRIMARY KEY, data BLOB NOT NULL)"));
        Check(raw.sqlite3_prepare_v2(_database, "INSERT INTO record (data) VALUES (?)", out _insert));
    }

    public void Commit()
    {
        Check(raw.sqlite3_bind_blob(_insert, 1, _row));
        if (raw.sqlite3_step(_insert) != raw.SQLITE_DONE)
            throw new InvalidOperationException("The row was not committed.");
        Check(raw.sqlite3_reset(_insert));
    }

    public void Dispose()
    {
        _insert.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errstr(code).utf8_to_string());
    }
}
