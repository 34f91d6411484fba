using System.Collections.Concurrent;

namespace MicroApps.Sqlite;

/// <summary>
/// Group commit by flat combining (Hendler, Incze, Shavit and Tzafrir, SPAA 2010): callers queue their work; the one who finds the writer
/// free runs everything that is queued in one transaction. A caller who is alone thus pays one commit and no change of thread.
/// </summary>
internal sealed class WriteQueue : IThreadPoolWorkItem, IDisposable
{
    private const int LargestBatch = 256;
    private readonly ConcurrentQueue<IWork> _queue = new();
    private readonly List<IWork> _batch = new(LargestBatch);
    private readonly Func<List<IWork>, ValueTask> _run;
    private readonly ITimer _timer;
    private readonly TimeSpan _linger;
    private int _urgent;
    private int _isBusy;
    private int _isTimerSet;

    /// <param name="run">Completes every work it is given; never called twice at once.</param>
    /// <param name="clock">Measures the linger.</param>
    /// <param name="linger">How long work that is not urgent may wait.</param>
    public WriteQueue(Func<List<IWork>, ValueTask> run, TimeProvider clock, TimeSpan linger)
    {
        (_run, _linger) = (run, linger);
        _timer = clock.CreateTimer(static s => ((WriteQueue)s!).EndLinger(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Queues the work. When it is urgent and the writer is free, the work is done when the call returns.</summary>
    public void Enqueue(IWork work)
    {
        // Read before it is queued: from then on the work belongs to whoever runs it.
        var isUrgent = work.Urgency == WriteUrgency.Now;
        _queue.Enqueue(work);
        if (isUrgent)
        {
            Interlocked.Increment(ref _urgent);
            _ = DrainAsync(work);
        }
        else if (Interlocked.Exchange(ref _isTimerSet, 1) == 0)
        {
            _timer.Change(_linger, Timeout.InfiniteTimeSpan);
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = DrainAsync(null);

    public void Dispose() => _timer.Dispose();

    private void EndLinger()
    {
        Volatile.Write(ref _isTimerSet, 0);
        Enqueue(new FlushMark(tellsFailures: false));
    }

    private async Task DrainAsync(IWork? own)
    {
        // Who queues while the writer is busy leaves; so look again after leaving the writer.
        while (Volatile.Read(ref _urgent) > 0 && Interlocked.Exchange(ref _isBusy, 1) == 0)
        {
            await RunBatchAsync().ConfigureAwait(false);
            // A full fence: the count below must not be read before others can see that the writer is free.
            Interlocked.Exchange(ref _isBusy, 0);
            if (own is { IsCompleted: false })
                continue;
            // Others' work must not keep this caller; and those who just got their results may add to the next batch first.
            if (Volatile.Read(ref _urgent) > 0)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }
    }

    private async ValueTask RunBatchAsync()
    {
        var urgent = 0;
        _batch.Clear();
        while (_batch.Count < LargestBatch && _queue.TryDequeue(out var work))
        {
            _batch.Add(work);
            urgent += work.Urgency == WriteUrgency.Now ? 1 : 0;
        }
        Interlocked.Add(ref _urgent, -urgent);
        await _run(_batch).ConfigureAwait(false);
        _batch.Clear();
    }
}
