namespace MicroApps.Sqlite;

/// <summary>A place in the queue: completes when everything before it has been dealt with.</summary>
/// <param name="tellsFailures">Whether it fails when work that nobody waits for has failed; else it only hastens what is queued.</param>
/// <param name="onReached">What is done before it completes, while nothing else is being written.</param>
internal sealed class FlushMark(bool tellsFailures, Action? onReached = null)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), IWork
{
    public bool TellsFailures => tellsFailures;

    public WriteUrgency Urgency => WriteUrgency.Now;

    public bool IsCompleted => Task.IsCompleted;

    public ValueTask RunAsync(SqliteTransaction transaction) => ValueTask.CompletedTask;

    public void Complete()
    {
        onReached?.Invoke();
        TrySetResult();
    }

    public void Fail(Exception exception)
    {
        onReached?.Invoke();
        TrySetException(exception);
        _ = Task.Exception;
    }
}
