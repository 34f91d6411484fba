namespace MicroApps.Testing;

/// <summary>A store database in memory, for tests: same rules as the durable ones, and faults on demand.</summary>
/// <remarks>Thread-safe. Work is done at once, also when it is not urgent.</remarks>
public sealed class InMemoryStoreDatabase : StoreDatabase
{
    private const string Location = "memory";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeProvider _clock;
    private readonly Dictionary<int, (StoreFault Fault, bool IsKept)> _faults = [];
    private StoreException? _untoldFailure;
    private DateTimeOffset _lastTime = DateTimeOffset.MinValue;
    private StoreFault? _standingFault;
    private bool _isClosed;

    /// <summary>An empty database with the system's clock or another one.</summary>
    public InMemoryStoreDatabase(TimeProvider? timeProvider = null) => _clock = timeProvider ?? TimeProvider.System;

    /// <summary>How many units of work were run or made to fail.</summary>
    public int WriteCount { get; private set; }

    /// <summary>Makes one unit of work fail.</summary>
    /// <param name="number">Which one from now on: 1 is the next.</param>
    /// <param name="fault">What it fails with.</param>
    /// <param name="isKept">Whether the work is kept all the same, as when the answer to a commit is lost; its fate is then reported as unknown.</param>
    public void FailWrite(int number, StoreFault fault, bool isKept = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        _faults[WriteCount + number] = (fault, isKept);
    }

    /// <summary>Makes every write fail until it is called with null.</summary>
    public void FailWrites(StoreFault? fault) => _standingFault = fault;

    /// <inheritdoc/>
    public override ValueTask<TResult> WriteAsync<TState, TResult>(
        TState state,
        Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work,
        WriteUrgency urgency,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        var done = RunInTurnAsync(state, work, urgency);
        return done.IsCompleted ? done : new(done.AsTask().WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public override async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isClosed)
                throw Fail(StoreFault.Closed);
            if (_untoldFailure is not { } failure)
                return;
            _untoldFailure = null;
            throw failure;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;
        try
        {
            await FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            _isClosed = true;
        }
    }

    internal T Read<T>(Cell<T> cell, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _isClosed ? throw Fail(StoreFault.Closed) : cell.Committed;
    }

    private async ValueTask<TResult> RunInTurnAsync<TState, TResult>(
        TState state, Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work, WriteUrgency urgency)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await RunAsync(state, work).ConfigureAwait(false);
        }
        catch (StoreException e) when (urgency == WriteUrgency.Soon)
        {
            _untoldFailure ??= e;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<TResult> RunAsync<TState, TResult>(
        TState state, Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work)
    {
        if (_isClosed)
            throw Fail(StoreFault.Closed);
        WriteCount++;
        (StoreFault Fault, bool IsKept)? fault = _faults.Remove(WriteCount, out var planned) ? planned
            : _standingFault is { } standing ? (standing, false) : null;
        if (fault is { IsKept: false })
            throw Fail(fault.Value.Fault);

        var now = _clock.GetUtcNow();
        var transaction = new InMemoryTransaction(this, now > _lastTime ? now : _lastTime);
        var result = await transaction.RunAsync(work, state).ConfigureAwait(false);
        if (!transaction.IsRollbackRequested)
        {
            _lastTime = transaction.Now;
            transaction.Publish();
        }
        return fault is null ? result : throw Fail(fault.Value.Fault, isOutcomeUnknown: true);
    }

    private static StoreException Fail(StoreFault fault, bool isOutcomeUnknown = false) =>
        new(fault, Location, $"The store in memory fails with {fault}, as the test asked or because it was closed.") { IsOutcomeUnknown = isOutcomeUnknown };
}
