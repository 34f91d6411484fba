namespace MicroApps;

/// <summary>Replaces personal data and secrets before anything leaves, and puts originals back for the app's user.</summary>
internal sealed class RedactionGuard(RedactionPlan plan, VaultStore store) : Guard
{
    private readonly ConversationMaps _conversations = new(store);

    public override string Name => "redaction";

    public override StoreDatabase Database => store.Database;

    public RedactionPlan Plan => plan;

    public override async ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        if (call.UnscannableCount > 0 && !plan.AllowsUnscannable)
            return Verdict.Refuse(Unscannable(call));

        var conversation = call.ConversationId is { } id
            ? await _conversations.AcquireAsync(call.App, id, cancellationToken).ConfigureAwait(false)
            : null;
        var state = new RedactionState(conversation?.Map ?? new PlaceholderMap(), conversation);
        call.Set(state);
        var redactor = new Redactor(plan, state.Map, call.App.Keys, call.Findings);
        for (var first = 0; first < call.Parts.Count;)
        {
            var next = first + 1;
            while (next < call.Parts.Count && call.Parts[next].ContinuesPrevious)
                next++;
            redactor.Redact(call.Parts, first, next - first);
            first = next;
        }

        return redactor.Blocked is { } blocked ? Verdict.Refuse(blocked) : Verdict.Continue;
    }

    public override async ValueTask<Verdict> CommitAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken)
    {
        if (call.Find<RedactionState>() is not { Conversation: { } conversation } state)
            return Verdict.Continue;

        var entries = state.Map.Volatile;
        if (!await conversation.SaveAsync(store, transaction, entries, cancellationToken).ConfigureAwait(false))
        {
            return Verdict.Refuse(new Refusal(
                "vault.conflict",
                "Another process wrote to the same conversation at the same moment.",
                "Send the call again, or let one process at a time serve a conversation.") { IsTransient = true });
        }

        state.Written = entries;
        return Verdict.Continue;
    }

    public override TextTransform? CreateTransform(GovernedCall call, ResponseTextKind kind) => new ResponseScanTransform(plan, call);

    // Values that came up while the call ran, such as in the results of tools inside the inner client.
    public override async ValueTask CompleteAsync(GovernedCall call, StoreTransaction transaction, CancellationToken cancellationToken)
    {
        if (call.IsCommitted && call.Find<RedactionState>() is { Conversation: { } conversation })
            await conversation.SaveAsync(store, transaction, conversation.Map.Volatile, cancellationToken).ConfigureAwait(false);
    }

    public override void Release(GovernedCall call)
    {
        if (call.ConversationId is not { } id || call.Find<RedactionState>() is not { Conversation: { } conversation } state)
            return;

        if (call.IsCommitted)
            conversation.MarkDurable(state.Written);
        _conversations.Release(id);
    }

    private static Refusal Unscannable(GovernedCall call) => new(
        "redaction.unscannable",
        $"The request holds {call.UnscannableCount} piece(s) of content that cannot be read for personal data, such as images, audio or files, and this app works with confidential data.",
        "Send the text of it instead, or let the platform team allow it with 'redaction: { unscannable: allow }' in microapp.yaml.");
}
