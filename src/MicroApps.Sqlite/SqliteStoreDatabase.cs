namespace MicroApps.Sqlite;

/// <summary>One SQLite file with the audit log, the quota ledger and the vault of one machine.</summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=FULL</c>: what was acknowledged survives a crash of the process and of the machine. Works of many
/// callers share a commit. Safe with several processes. Work runs on the calling thread or on the thread of another caller that is writing.
/// </remarks>
public sealed class SqliteStoreDatabase : StoreDatabase
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    private const int RetryMilliseconds = 10;

    private readonly SqliteStoreOptions _options;
    private readonly SqliteWriter _writer;
    private readonly WriteQueue _queue;
    private readonly ReaderPool _readers;
    private volatile bool _isClosing;
    private volatile bool _isClosed;

    private SqliteStoreDatabase(SqliteStoreOptions options)
    {
        _options = options;
        _writer = new SqliteWriter(this, options);
        _readers = new ReaderPool(options);
        _queue = new WriteQueue(RunAsync, options.TimeProvider, options.Linger);
    }

    /// <summary>The full path of the file.</summary>
    public string Path => _options.Path;

    /// <summary>Opens the file; creates it (readable by its owner alone) and brings its tables up to date when needed.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is damaged, belongs to another program, or has a newer schema.</exception>
    public static SqliteStoreDatabase Open(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var database = new SqliteStoreDatabase(options.Snapshot());
        try
        {
            database.Prepare();
            return database;
        }
        catch
        {
            database.Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public override ValueTask<TResult> WriteAsync<TState, TResult>(
        TState state,
        Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work,
        WriteUrgency urgency,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        if (_isClosing)
            throw Closed();
        if (_options.IsReadOnly)
            throw new StoreException(StoreFault.ReadOnly, Path, $"Store '{Path}' was opened for reading alone; open it without IsReadOnly to write.");
        var item = new Work<TState, TResult>(state, work, urgency);
        _queue.Enqueue(item);
        if (_isClosed)
            _queue.Enqueue(new FlushMark(tellsFailures: false));
        return item.IsCompleted || !cancellationToken.CanBeCanceled ? new(item.Task) : new(item.Task.WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public override ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var mark = new FlushMark(tellsFailures: true);
        _queue.Enqueue(mark);
        return new(mark.Task.WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_isClosing)
            return;
        _isClosing = true;
        var mark = new FlushMark(tellsFailures: true, Close);
        _queue.Enqueue(mark);
        try
        {
            await mark.Task.ConfigureAwait(false);
        }
        finally
        {
            // Whoever did not see in time that the database closes is told so.
            _queue.Enqueue(new FlushMark(tellsFailures: false));
        }
    }

    internal ValueTask<TResult> ReadAsync<TState, TResult>(
        TState state, Func<SqliteConnection, TState, TResult> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _isClosing ? throw Closed() : new(_readers.Read(state, read));
    }

    private void Prepare()
    {
        if (_options.IsReadOnly)
        {
            _readers.Read(_options, Schema.Check);
            return;
        }
        CreateFile();
        var giveUpAt = Environment.TickCount64 + (long)_options.BusyTimeout.TotalMilliseconds;
        while (true)
        {
            try
            {
                Schema.Migrate(_writer.Open(), _options);
                return;
            }
            catch (StoreException e) when (e.Fault == StoreFault.Locked && Environment.TickCount64 < giveUpAt)
            {
                // SQLite does not wait by itself while another process turns the write-ahead log on.
                Thread.Sleep(RetryMilliseconds);
            }
        }
    }

    private void CreateFile()
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(Path)!;
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerFolder);
            if (File.Exists(Path))
                return;
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerFile;
            using var file = new FileStream(Path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Unavailable, Path, $"Store '{Path}': the file cannot be created; choose a folder that the app's user may write to.", e);
        }
    }

    private void Close()
    {
        _isClosed = true;
        _queue.Dispose();
        _writer.Dispose();
        _readers.Dispose();
    }

    private ValueTask RunAsync(List<IWork> works)
    {
        if (!_isClosed)
            return _writer.RunAsync(works);
        foreach (var work in works)
            work.Fail(Closed());
        return ValueTask.CompletedTask;
    }

    private StoreException Closed() =>
        new(StoreFault.Closed, Path, $"Store '{Path}' was closed; keep the database open as long as calls are made.");
}
