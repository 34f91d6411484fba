using SQLitePCL;

namespace MicroApps.Sqlite;

/// <summary>One connection with its prepared statements. For one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private const int PageBytes = 4096;
    private readonly SqliteStoreOptions _options;
    private readonly sqlite3 _db;
    private SqliteStatement?[] _statements = new SqliteStatement?[64];

    static SqliteConnection() => Batteries_V2.Init();

    private SqliteConnection(SqliteStoreOptions options, sqlite3 db) => (_options, _db) = (options, db);

    /// <summary>The extended result code of the last failure.</summary>
    public int LastError { get; private set; }

    /// <summary>Whether no transaction is open; the engine rolls back by itself after some failures.</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_db) != 0;

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(_db);

    /// <summary>Opens the file, which must exist, with the settings that every connection has.</summary>
    public static SqliteConnection Open(SqliteStoreOptions options)
    {
        // Callers take turns, so SQLite's own mutexes would only cost.
        var access = options.IsReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE;
        var code = raw.sqlite3_open_v2(options.Path, out var db, access | raw.SQLITE_OPEN_NOMUTEX, null);
        var connection = new SqliteConnection(options, db);
        try
        {
            connection.Check(code);
            connection.Check(raw.sqlite3_extended_result_codes(db, 1));
            connection.SetBusyTimeout(options.BusyTimeout);
            connection.Execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void SetBusyTimeout(TimeSpan timeout) => Check(raw.sqlite3_busy_timeout(_db, (int)timeout.TotalMilliseconds));

    /// <summary>Makes this the connection that writes: every commit reaches the disk, and deleted content is overwritten.</summary>
    public void PrepareToWrite()
    {
        var mode = Query("PRAGMA journal_mode = WAL", static row => row.Text(0));
        if (mode != "wal")
            throw new StoreException(StoreFault.Unavailable, _options.Path, $"Store '{_options.Path}': the file system has no write-ahead log (mode {mode}); use a local disk.");
        Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 16777216");
        if (_options.MaxFileBytes > 0)
            Execute($"PRAGMA max_page_count = {Math.Max(1, _options.MaxFileBytes / PageBytes)}");
    }

    /// <summary>The prepared statement, ready for its first parameter. Disposing it makes it ready again.</summary>
    public SqliteStatement Use(Sql sql)
    {
        if (sql.Number >= _statements.Length)
            Array.Resize(ref _statements, sql.Number * 2);
        return _statements[sql.Number] ??= Prepare(sql.Text);
    }

    /// <summary>Runs statements without parameters that are not worth keeping; rows are passed over.</summary>
    public void Execute(string script) => Check(raw.sqlite3_exec(_db, script));

    /// <summary>Reads from the first row of a statement that is not worth keeping; the default value when there is none.</summary>
    public TResult? Query<TResult>(string sql, Func<SqliteStatement, TResult> read)
    {
        var statement = Prepare(sql);
        try
        {
            return statement.Step() ? read(statement) : default;
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>Moves the write-ahead log into the file and empties it; false when somebody still reads from it.</summary>
    public bool TruncateLog()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_db, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
        if ((code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            return false;
        Check(code);
        return true;
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement?.Close();
        raw.sqlite3_close_v2(_db);
    }

    internal int Step(string sql, sqlite3_stmt statement) =>
        _options.StepHook is { } hook ? hook(sql, () => raw.sqlite3_step(statement)) : raw.sqlite3_step(statement);

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Failure(code);
    }

    internal Exception Failure(int code)
    {
        LastError = code;
        return SqliteFaults.ToException(code, _options.Path, raw.sqlite3_errstr(code).utf8_to_string());
    }

    private SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_db, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new SqliteStatement(this, statement, sql);
    }
}
