namespace MicroApps;

/// <summary>What protects the app itself, in this process: size of a call, calls at once, calls in any minute.</summary>
internal sealed class CallLimits(ManifestLimits? limits, QuotaOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private readonly int? _concurrency = limits?.Concurrency ?? options.DefaultConcurrency;
    private readonly int? _payloadBytes = limits?.PayloadBytes ?? options.DefaultPayloadBytes;
    private readonly int? _requestsPerMinute = limits?.RequestsPerMinute;
    private readonly Queue<long> _admitted = new();
    private int _running;

    public LimitRefusal? CheckSize(long textBytes) => textBytes <= (_payloadBytes ?? long.MaxValue)
        ? null
        : new(
            "limit.payload",
            $"The call sends {textBytes} bytes of text; the app's limit is {_payloadBytes} bytes.",
            "Send less text at once, or raise limits.payloadBytes in microapp.yaml.",
            null);

    /// <summary>Admits a call, or says why not. An admitted call must <see cref="Leave"/>.</summary>
    public LimitRefusal? Enter()
    {
        if (Interlocked.Increment(ref _running) > (_concurrency ?? int.MaxValue))
        {
            Leave();
            return new(
                "limit.concurrency",
                $"{_concurrency} calls are running already, which is the app's limit.",
                "Try again when one has ended, or raise limits.concurrency in microapp.yaml.",
                TimeSpan.FromSeconds(1)) { IsTransient = true };
        }

        if (WaitForRate() is not { } wait)
            return null;

        Leave();
        return new(
            "limit.rate",
            $"The app has made {_requestsPerMinute} calls within a minute, which is its limit.",
            $"Try again in {Math.Ceiling(wait.TotalSeconds)} seconds, or raise limits.requestsPerMinute in microapp.yaml.",
            wait) { IsTransient = true };
    }

    public void Leave() => Interlocked.Decrement(ref _running);

    // The instants of the last calls, not a bucket that refills: a bucket lets twice the limit into an unlucky minute.
    private TimeSpan? WaitForRate()
    {
        if (_requestsPerMinute is not { } limit)
            return null;

        lock (_admitted)
        {
            var now = timeProvider.GetTimestamp();
            while (_admitted.TryPeek(out var oldest) && timeProvider.GetElapsedTime(oldest, now) >= s_minute)
                _admitted.Dequeue();
            if (_admitted.Count >= limit)
                return s_minute - (_admitted.TryPeek(out var first) ? timeProvider.GetElapsedTime(first, now) : TimeSpan.Zero);
            _admitted.Enqueue(now);
            return null;
        }
    }
}
