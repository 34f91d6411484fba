using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MicroApps;

/// <summary>Runs the guards in their fixed order around an inner call, and sees to it that every call is recorded before it leaves and after it ends.</summary>
internal sealed class GuardPipeline
{
    private const long BytesBetweenChecks = 2048;
    private readonly Guard[] _guards;
    private readonly (StoreDatabase Database, Guard[] Guards)[] _databases;
    private readonly ConcurrentQueue<GovernedCall> _unwritten = new();
    private readonly bool _awaitOutcome;
    private int _writing;
    private readonly Telemetry _telemetry;

    public GuardPipeline(IEnumerable<Guard> guards, bool awaitOutcome, Telemetry telemetry)
    {
        _guards = [.. guards];
        _databases = [.. _guards.Where(g => g.Database is not null).GroupBy(g => g.Database!).Select(g => (g.Key, g.ToArray()))];
        _awaitOutcome = awaitOutcome;
        _telemetry = telemetry;
    }

    /// <summary>Inspects the call and makes it durable. When it returns the call may leave; when it throws nothing may.</summary>
    public async ValueTask BeginAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        call.TraceId = _telemetry.Start(call)?.TraceId.ToHexString();
        try
        {
            await WriteOutstandingAsync(cancellationToken).ConfigureAwait(false);
            var refused = await InspectAsync(call, cancellationToken).ConfigureAwait(false)
                ?? await CommitAsync(call, cancellationToken).ConfigureAwait(false);
            if (refused is { } by)
                await RefuseAsync(call, by.Guard, by.Refusal).ConfigureAwait(false);
            _telemetry.Left(call);
        }
        catch (Exception e)
        {
            Abandon(call, e);
            throw;
        }
    }

    /// <summary>The transforms that the response's text of this kind goes through.</summary>
    public TransformChain CreateChain(GovernedCall call, ResponseTextKind kind)
    {
        var transforms = new List<TextTransform>(_guards.Length);
        foreach (var guard in _guards)
        {
            if (guard.CreateTransform(call, kind) is { } transform)
                transforms.Add(transform);
        }

        return new TransformChain(transforms);
    }

    /// <summary>Whether enough of the answer arrived since the last time to ask the guards again.</summary>
    public static bool IsCheckDue(GovernedCall call) => call.ResponseBytes >= call.NextCheckAt;

    /// <summary>Asks the guards whether the streaming answer may go on.</summary>
    /// <exception cref="CallRefusedException">A guard stopped it.</exception>
    public async ValueTask ContinueAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        call.NextCheckAt = call.ResponseBytes + BytesBetweenChecks;
        foreach (var guard in _guards)
        {
            var verdict = await guard.ContinueAsync(call, cancellationToken).ConfigureAwait(false);
            if (verdict.Refusal is { } refusal)
                throw Stop(call, guard, refusal);
        }
    }

    /// <summary>Marks the call as stopped by a guard and gives the exception that the caller gets.</summary>
    public static MicroAppException Stop(GovernedCall call, Guard guard, Refusal refusal)
    {
        call.Status = CallStatus.Stopped;
        call.Refusal = refusal;
        call.RefusedBy = guard.Name;
        return refusal.ToException();
    }

    /// <summary>Settles, stamps and records how the call ended. Call <see cref="WriteOutcomeAsync"/> next, then hand out the last piece of the response.</summary>
    public void Conclude(GovernedCall call)
    {
        call.EndedAt = call.App.TimeProvider.GetUtcNow();
        foreach (var guard in _guards)
            Attempt(guard, call, static (g, c) => g.Conclude(c));
        _telemetry.Record(call);
        foreach (var guard in _guards)
            Attempt(guard, call, static (g, c) => g.Release(c));
    }

    // A guard of the app's own that fails here must not keep the others from settling, stamping and letting go.
    private void Attempt(Guard guard, GovernedCall call, Action<Guard, GovernedCall> step)
    {
        try
        {
            step(guard, call);
        }
        catch (Exception e)
        {
            _telemetry.GuardFailed(guard, call, e);
        }
    }

    /// <summary>Queues the outcome, or waits for it to be durable when the app asks for that. A write that fails is tried again before the next call leaves.</summary>
    public async ValueTask WriteOutcomeAsync(GovernedCall call)
    {
        var write = WriteAsync(call, _awaitOutcome ? WriteUrgency.Now : WriteUrgency.Soon);
        if (_awaitOutcome)
            await WriteOrKeepAsync(write, call).ConfigureAwait(false);
        else
            _ = KeepIfFailedAsync(write, call);
    }

    /// <summary>Writes every outcome that could not be written before.</summary>
    /// <exception cref="StoreException">The store still refuses.</exception>
    public async ValueTask WriteOutstandingAsync(CancellationToken cancellationToken)
    {
        while (_unwritten.TryDequeue(out var call))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await WriteAsync(call, WriteUrgency.Now).ConfigureAwait(false);
            }
            catch
            {
                _unwritten.Enqueue(call);
                throw;
            }
        }
    }

    /// <summary>Waits until every outcome so far is durable; what a database refused before is written again.</summary>
    /// <exception cref="StoreException">A database still refuses an outcome.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (database, _) in _databases)
        {
            try
            {
                await database.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException)
            {
                // Its works come back to us one by one, and are written again below.
            }
        }

        while (Volatile.Read(ref _writing) > 0)
            await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        await WriteOutstandingAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(Guard Guard, Refusal Refusal)?> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        if (call.Objection is { } objection)
            return (_guards[0], objection);

        foreach (var guard in _guards)
        {
            Verdict verdict;
            try
            {
                verdict = await guard.InspectAsync(call, cancellationToken).ConfigureAwait(false);
            }
            catch (MicroAppException e) when (e is not StoreException)
            {
                verdict = Verdict.Refuse(new ExceptionRefusal(e));
            }
            catch (Exception e) when (e is not (OperationCanceledException or StoreException))
            {
                verdict = Verdict.Refuse(Failed(guard, e));
            }

            if (verdict.Refusal is { } refusal)
                return (guard, refusal);
        }

        return null;
    }

    private async ValueTask<(Guard Guard, Refusal Refusal)?> CommitAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        foreach (var (database, guards) in _databases)
        {
            var refused = await database.WriteAsync((call, guards), CommitCoreAsync, WriteUrgency.Now, cancellationToken).ConfigureAwait(false);
            if (refused is not null)
                return refused;
            call.IsCommitted = true;
        }

        return null;
    }

    private static async ValueTask<(Guard Guard, Refusal Refusal)?> CommitCoreAsync(
        StoreTransaction transaction, (GovernedCall Call, Guard[] Guards) state, CancellationToken cancellationToken)
    {
        foreach (var guard in state.Guards)
        {
            var verdict = await guard.CommitAsync(state.Call, transaction, cancellationToken).ConfigureAwait(false);
            if (verdict.Refusal is { } refusal)
            {
                transaction.RequestRollback();
                return (guard, refusal);
            }
        }

        return null;
    }

    private async ValueTask RefuseAsync(GovernedCall call, Guard guard, Refusal refusal)
    {
        call.Status = CallStatus.Refused;
        call.Refusal = refusal;
        call.RefusedBy = guard.Name;
        Conclude(call);
        await WriteOrKeepAsync(WriteAsync(call, WriteUrgency.Now), call).ConfigureAwait(false);
        ExceptionDispatchInfo.Throw(refusal.ToException());
    }

    // Cancelled or failed while it was prepared. What is durable already (an intent whose commit was awaited by nobody) gets its outcome.
    private void Abandon(GovernedCall call, Exception exception)
    {
        if (call.Status != CallStatus.Running)
            return;

        call.Status = exception is OperationCanceledException ? CallStatus.Cancelled : CallStatus.Failed;
        call.ErrorType = exception.GetType().Name;
        call.HasStayed = true;
        Conclude(call);
        if (call.IsCommitted || exception is OperationCanceledException or StoreException { IsOutcomeUnknown: true })
            _ = KeepIfFailedAsync(WriteAsync(call, WriteUrgency.Soon), call);
    }

    private async ValueTask WriteAsync(GovernedCall call, WriteUrgency urgency)
    {
        foreach (var (database, guards) in _databases)
        {
            await database.WriteAsync(
                (call, guards),
                static async (transaction, state, cancellationToken) =>
                {
                    foreach (var guard in state.guards)
                        await guard.CompleteAsync(state.call, transaction, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                urgency,
                CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteOrKeepAsync(ValueTask write, GovernedCall call)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch
        {
            _unwritten.Enqueue(call);
            throw;
        }
    }

    private async Task KeepIfFailedAsync(ValueTask write, GovernedCall call)
    {
        Interlocked.Increment(ref _writing);
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _unwritten.Enqueue(call);
            _telemetry.OutcomeDelayed(call, e);
        }
        finally
        {
            Interlocked.Decrement(ref _writing);
        }
    }

    private static Refusal Failed(Guard guard, Exception exception) => new(
        "guard.failed",
        $"The guard '{guard.Name}' failed with {exception.GetType().Name}, so the call was refused.",
        "Look at the trace of this call for the place, and report it to the platform team if the guard is not yours.");

    private sealed record ExceptionRefusal(MicroAppException Exception)
        : Refusal("guard.failed", Exception.Message, "")
    {
        public override MicroAppException ToException() => Exception;
    }
}
