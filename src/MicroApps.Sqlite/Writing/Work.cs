namespace MicroApps.Sqlite;

internal sealed class Work<TState, TResult>(
    TState state, Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work, WriteUrgency urgency)
    : TaskCompletionSource<TResult>(urgency == WriteUrgency.Now ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None), IWork
{
    private TResult? _result;

    public WriteUrgency Urgency => urgency;

    public bool IsCompleted => Task.IsCompleted;

    // What is queued is committed whether somebody still waits or not: the delegate sees no cancellation.
    public async ValueTask RunAsync(SqliteTransaction transaction) =>
        _result = await work(transaction, state, CancellationToken.None).ConfigureAwait(false);

    public void Complete() => TrySetResult(_result!);

    public void Fail(Exception exception)
    {
        TrySetException(exception);
        // Nobody need wait for work that is not urgent: reading the exception marks it as seen.
        _ = Task.Exception;
    }
}
