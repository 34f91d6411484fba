namespace MicroApps;

/// <summary>One concern, written once for every surface: it sees a <see cref="GovernedCall"/>, never a chat message or a vector record.</summary>
/// <remarks>
/// One instance serves all calls of an app at the same time; what belongs to a call is kept in <see cref="GovernedCall.Set{T}"/>.
/// A guard that throws denies the call. The steps, in order: <see cref="InspectAsync"/> of every guard, <see cref="CommitAsync"/> of every guard in
/// one unit of work for each database, the inner call with <see cref="CreateTransform"/>, <see cref="Conclude"/>, <see cref="CompleteAsync"/>.
/// </remarks>
public abstract class Guard
{
    /// <summary>The concern's name in refusals, audit and telemetry.</summary>
    public abstract string Name { get; }

    /// <summary>The database that <see cref="CommitAsync"/> and <see cref="CompleteAsync"/> write to; null when the guard writes nothing.</summary>
    public virtual StoreDatabase? Database => null;

    /// <summary>Looks at the call, replaces text, or refuses. Nothing has left the process yet.</summary>
    public virtual ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken) => new(Verdict.Continue);

    /// <summary>Writes what must be durable before the call leaves. A refusal undoes the whole unit of work.</summary>
    public virtual ValueTask<Verdict> CommitAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken) => new(Verdict.Continue);

    /// <summary>A transform of the response's text, or null when this guard leaves it alone. Called once for each text of the response.</summary>
    public virtual TextTransform? CreateTransform(GovernedCall call, ResponseTextKind kind) => null;

    /// <summary>Called from time to time while an answer streams; a refusal stops it.</summary>
    public virtual ValueTask<Verdict> ContinueAsync(GovernedCall call, CancellationToken cancellationToken) => new(Verdict.Continue);

    /// <summary>Called once when the call has ended in any way, refused ones included, before anything durable is written. Must not throw.</summary>
    public virtual void Conclude(GovernedCall call)
    {
    }

    /// <summary>Writes how the call ended. Called for every call that was committed or refused.</summary>
    public virtual ValueTask CompleteAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken) => default;

    /// <summary>Called when the call is over and nothing more of it will be asked: gives up what the guard holds in memory for it.</summary>
    public virtual void Release(GovernedCall call)
    {
    }
}
