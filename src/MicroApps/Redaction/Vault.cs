namespace MicroApps;

/// <summary>The encrypted map from placeholders back to values, for people who are allowed to look. Every look is in the audit log before the value is handed out.</summary>
/// <remarks>Thread-safe. Calls without a conversation id keep their map in memory only and are never here.</remarks>
public sealed class Vault
{
    private readonly MicroApp _app;
    private readonly VaultStore _store;
    private readonly AuditStore _audit;

    internal Vault(MicroApp app, VaultStore store, AuditStore audit)
    {
        _app = app;
        _store = store;
        _audit = audit;
    }

    /// <summary>Reads back a conversation's values: placeholder to original.</summary>
    /// <param name="conversationId">The conversation as the app named it.</param>
    /// <param name="actor">Who asks; recorded as a keyed commitment.</param>
    /// <param name="reason">Why, in words without personal data; recorded as it is.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Empty when the vault has no such conversation (any more).</returns>
    /// <exception cref="StoreException">The read could not be recorded, so nothing is handed out; or a value is damaged.</exception>
    public async Task<IReadOnlyDictionary<string, string>> RevealAsync(
        string conversationId, string actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(conversationId);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var conversation = await SealedConversation.FindAsync(_app, _store, conversationId).ConfigureAwait(false);
        var entries = conversation?.Map.Entries ?? [];
        await RecordAsync(AuditKind.VaultRead, conversationId, actor, reason, entries.Length, cancellationToken).ConfigureAwait(false);
        return entries.ToDictionary(e => e.Placeholder, e => e.Value, StringComparer.Ordinal);
    }

    /// <summary>Destroys a conversation's key and values: they cannot be read back by anybody any more.</summary>
    /// <returns>False when the vault has no such conversation.</returns>
    /// <exception cref="StoreException">The vault or the audit log refuses.</exception>
    public async Task<bool> ShredAsync(string conversationId, string actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(conversationId);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var key = await SealedConversation.FindKeyAsync(_app, _store, conversationId).ConfigureAwait(false);
        var shredded = key is not null && await _store.Database.WriteAsync(
            (_store, key.Conversation),
            static (transaction, state, token) => state._store.ShredAsync(transaction, state.Conversation, token),
            WriteUrgency.Now,
            cancellationToken).ConfigureAwait(false);
        await RecordAsync(AuditKind.VaultShred, conversationId, actor, reason, shredded ? 1 : 0, cancellationToken).ConfigureAwait(false);
        return shredded;
    }

    private async Task RecordAsync(string kind, string conversationId, string actor, string reason, long count, CancellationToken cancellationToken)
    {
        var entry = AuditRecordWriter.Event(_app, kind, _app.Keys.Commit(actor), _app.Keys.Commit(conversationId), reason, count);
        await _audit.Database.WriteAsync(
            (_audit, entry),
            static (transaction, state, token) => state._audit.AppendAsync(transaction, state.entry, token),
            WriteUrgency.Now,
            cancellationToken).ConfigureAwait(false);
    }
}
