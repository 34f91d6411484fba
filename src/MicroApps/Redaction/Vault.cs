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
        await RecordAsync(Entry(AuditKind.VaultRead, conversationId, actor, reason, entries.Length), cancellationToken).ConfigureAwait(false);
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
        var entry = Entry(AuditKind.VaultShred, conversationId, actor, reason, key is null ? 0 : 1);
        if (key is null || _store.Database != _audit.Database)
            await RecordAsync(entry, cancellationToken).ConfigureAwait(false);
        if (key is null)
            return false;

        // The record and the deed are one unit of work where they share a database; otherwise the record comes first, so that no deed goes unrecorded.
        return await _store.Database.WriteAsync(
            (Vault: this, key.Conversation, Entry: entry),
            static async (transaction, state, token) =>
            {
                if (state.Vault._audit.Database == transaction.Database)
                    await state.Vault._audit.AppendAsync(transaction, state.Entry, token).ConfigureAwait(false);
                return await state.Vault._store.ShredAsync(transaction, state.Conversation, token).ConfigureAwait(false);
            },
            WriteUrgency.Now,
            cancellationToken).ConfigureAwait(false);
    }

    private AuditEntry Entry(string kind, string conversationId, string actor, string reason, long count) =>
        AuditRecordWriter.Event(_app, kind, _app.Keys.Commit(actor), _app.Keys.Commit(conversationId), reason, count);

    private async Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        await _audit.Database.WriteAsync(
            (_audit, entry),
            static (transaction, state, token) => state._audit.AppendAsync(transaction, state.entry, token),
            WriteUrgency.Now,
            cancellationToken).ConfigureAwait(false);
}
