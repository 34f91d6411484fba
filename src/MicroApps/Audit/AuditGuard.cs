namespace MicroApps;

/// <summary>Records every call: the intent before it leaves, the outcome after it ends, refusals instead of both.</summary>
internal sealed class AuditGuard(AuditStore store) : Guard
{
    public override string Name => "audit";

    public override StoreDatabase Database => store.Database;

    // Last of the guards: the texts are now as they will leave.
    public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        Commit(call);
        return new(Verdict.Continue);
    }

    public override async ValueTask<Verdict> CommitAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken)
    {
        var commitments = Commit(call);
        var entry = AuditRecordWriter.Intent(call, commitments);
        commitments.Receipt = await store.AppendAsync(transaction, entry, cancellationToken).ConfigureAwait(false);
        return Verdict.Continue;
    }

    public override TextTransform? CreateTransform(GovernedCall call, ResponseTextKind kind) =>
        kind == ResponseTextKind.Answer ? new AnswerObserver(call, Commit(call).Answer ??= call.App.Keys.BeginCommitment()) : null;

    public override void Conclude(GovernedCall call)
    {
        var commitments = Commit(call);
        if (call.Status is not (CallStatus.Refused or CallStatus.Failed) || call.ResponseBytes > 0)
            commitments.Response = commitments.Answer?.Finish();
    }

    public override async ValueTask CompleteAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken) =>
        await store.AppendAsync(transaction, AuditRecordWriter.Outcome(call, Commit(call)), cancellationToken).ConfigureAwait(false);

    public override void Release(GovernedCall call) => call.Find<CallCommitments>()?.Answer?.Dispose();

    private static CallCommitments Commit(GovernedCall call)
    {
        if (call.Find<CallCommitments>() is { } known)
            return known;

        var keys = call.App.Keys;
        var prompt = Commit(keys, call.Parts, static part => part.Original);
        var request = call.Parts.Any(static part => part.IsChanged) ? Commit(keys, call.Parts, static part => part.Text) : prompt;
        var commitments = new CallCommitments(prompt, request, call.UserId is { } user ? keys.Commit(user) : "");
        call.Set(commitments);
        return commitments;
    }

    private static string Commit(KeyRing keys, IReadOnlyList<TextPart> parts, Func<TextPart, string> text)
    {
        using var commitment = keys.BeginCommitment();
        foreach (var part in parts)
        {
            commitment.Append((int)part.Origin);
            commitment.Append(text(part));
            commitment.EndText();
        }

        return commitment.Finish();
    }

    /// <summary>Lets every chunk pass and adds it to the commitment of the answer.</summary>
    private sealed class AnswerObserver(GovernedCall call, Commitment commitment) : TextTransform
    {
        public override bool TryPassThrough(ReadOnlySpan<char> chunk)
        {
            call.ResponseBytes += commitment.Append(chunk);
            return true;
        }

        public override void Append(ReadOnlySpan<char> chunk, TextOutput output)
        {
            call.ResponseBytes += commitment.Append(chunk);
            output.Pass(chunk);
        }

        public override void Complete(TextOutput output) => commitment.EndText();
    }
}
