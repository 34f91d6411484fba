using MicroApps.Sqlite;

namespace MicroApps.Cli;

/// <summary>An open database, with the private copy that it is read from when there is one.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly string? _copy;

    private OpenStore(SqliteStoreDatabase database, string? copy) => (Database, _copy) = (database, copy);

    public SqliteStoreDatabase Database { get; }

    /// <summary>Opens for writing.</summary>
    public static OpenStore ForWriting(string path) => new(SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = path }), null);

    /// <summary>Opens for reading. SQLite wants to write beside a write-ahead log; where that is not allowed, a copy is read.</summary>
    public static OpenStore ForReading(string path)
    {
        try
        {
            return new(Open(path), null);
        }
        catch (StoreException e) when (e.Fault is StoreFault.ReadOnly or StoreFault.Unavailable && IsAtRest(path))
        {
            return OpenCopy(path);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync().ConfigureAwait(false);
        if (_copy is not null)
            Directory.Delete(_copy, recursive: true);
    }

    // With a log beside it the file alone is not the database, and copying both while somebody writes would tear them apart.
    private static bool IsAtRest(string path) => new FileInfo(path + "-wal") is { Exists: false } or { Length: 0 };

    private static OpenStore OpenCopy(string path)
    {
        var folder = Directory.CreateTempSubdirectory("microapp-").FullName;
        try
        {
            var copy = Path.Combine(folder, Path.GetFileName(path));
            using (var source = File.OpenRead(path))
            using (var target = File.Create(copy))
                source.CopyTo(target);
            return new(Open(copy), folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static SqliteStoreDatabase Open(string path) => SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = path, IsReadOnly = true });
}
