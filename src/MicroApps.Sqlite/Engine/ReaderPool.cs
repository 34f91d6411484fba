using System.Collections.Concurrent;

namespace MicroApps.Sqlite;

/// <summary>Connections that only read. They see what is committed and neither wait for the writer nor hold it up.</summary>
internal sealed class ReaderPool(SqliteStoreOptions options) : IDisposable
{
    private const int LargestIdle = 4;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _isClosed;

    public TResult Read<TState, TResult>(TState state, Func<SqliteConnection, TState, TResult> read)
    {
        var connection = _idle.TryTake(out var idle) ? idle : Open();
        try
        {
            var result = read(connection, state);
            GiveBack(ref connection);
            return result;
        }
        finally
        {
            // Still here only after a failure: the next reader starts afresh.
            connection?.Dispose();
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = SqliteConnection.Open(options);
        try
        {
            connection.Execute("PRAGMA query_only = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void GiveBack(ref SqliteConnection? connection)
    {
        if (_isClosed || _idle.Count >= LargestIdle)
            return;
        _idle.Add(connection!);
        connection = null;
        if (_isClosed)
            Dispose();
    }
}
