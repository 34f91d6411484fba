namespace MicroApps;

/// <summary>A database that holds stores. Units of work of different stores in one database commit together.</summary>
/// <remarks>
/// Thread-safe. Work that was queued is committed in the order in which it was queued, and is not undone by cancellation:
/// a cancelled wait leaves the work to be committed. When the task completes without an exception the work is durable.
/// </remarks>
public abstract class StoreDatabase : IAsyncDisposable, IDisposable
{
    /// <summary>Runs <paramref name="work"/> atomically; when the returned task completes its effects are durable.</summary>
    /// <remarks>The delegate awaits nothing but store methods that were given the same transaction. It may run more than once
    /// when the database asks for a repeat (a serialisation failure), each time from a clean state.</remarks>
    /// <exception cref="StoreException">The database refused, is full, locked, read-only or damaged: nothing of the work was kept, or its
    /// fate is unknown (<see cref="StoreException.IsOutcomeUnknown"/>).</exception>
    public abstract ValueTask<TResult> WriteAsync<TState, TResult>(
        TState state,
        Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work,
        WriteUrgency urgency,
        CancellationToken cancellationToken);

    /// <summary>Waits until everything queued before the call is durable.</summary>
    /// <exception cref="StoreException">Some of the queued work could not be committed.</exception>
    public abstract ValueTask FlushAsync(CancellationToken cancellationToken = default);

    /// <summary>Flushes and closes. Work queued later fails.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Flushes and closes; blocks until it is done. Prefer <see cref="DisposeAsync"/>.</summary>
    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }
}
