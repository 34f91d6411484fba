using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace MicroApps;

/// <summary>A conversation's map together with the data key that seals it: AES-256-GCM, the key wrapped by a key-encryption key of the key ring.</summary>
internal sealed class SealedConversation
{
    private const int KeyBytes = 32;
    private readonly byte[] _dataKey;
    private readonly VaultKey _key;
    private volatile bool _isKeyNew;

    private SealedConversation(VaultKey key, byte[] dataKey, bool isKeyNew)
    {
        _key = key;
        _dataKey = dataKey;
        _isKeyNew = isKeyNew;
    }

    public PlaceholderMap Map { get; } = new();

    /// <summary>Opens the conversation, or begins it with a new data key that becomes durable with the first value.</summary>
    public static async Task<SealedConversation> OpenAsync(MicroApp app, VaultStore store, string conversationId) =>
        await FindAsync(app, store, conversationId).ConfigureAwait(false) ?? Begin(app, conversationId);

    /// <summary>Opens the conversation; null when the vault does not have it (any more).</summary>
    public static async Task<SealedConversation?> FindAsync(MicroApp app, VaultStore store, string conversationId)
    {
        if (await FindKeyAsync(app, store, conversationId).ConfigureAwait(false) is not { } key)
            return null;
        if (!app.Keys.Contains(key.KeyId))
            throw new SecretException(app.Options.KeySecret, $"The vault of this conversation is sealed under the key '{key.KeyId}', which the key ring does not hold. Add that key back to '{app.Options.KeySecret}' behind the current one.");

        var conversation = new SealedConversation(key, Unwrap(app.Keys, key), isKeyNew: false);
        foreach (var entry in await store.ReadAsync(key.Conversation).ConfigureAwait(false))
            conversation.Map.Load(conversation.Open(entry));
        return conversation;
    }

    /// <summary>The wrapped key of a conversation, under whichever key of the ring it was begun.</summary>
    public static async Task<VaultKey?> FindKeyAsync(MicroApp app, VaultStore store, string conversationId)
    {
        foreach (var keyId in app.Keys.KeyIds)
        {
            if (await store.FindKeyAsync(Reference(app, keyId, conversationId)).ConfigureAwait(false) is { } key)
                return key;
        }

        return null;
    }

    /// <summary>Writes what the vault does not have yet. False when another process has taken the same placeholders.</summary>
    public async ValueTask<bool> SaveAsync(VaultStore store, StoreTransaction transaction, IReadOnlyList<PlaceholderEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return true;
        if (_isKeyNew && !await store.AddKeyAsync(transaction, _key, cancellationToken).ConfigureAwait(false))
            return false;

        foreach (var entry in entries)
        {
            if (!await store.AddAsync(transaction, new VaultEntry(_key.Conversation, entry.Placeholder, Seal(entry)), cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    /// <summary>What <see cref="SaveAsync"/> wrote is durable.</summary>
    public void MarkDurable(IReadOnlyList<PlaceholderEntry> entries)
    {
        if (entries.Count == 0)
            return;
        _isKeyNew = false;
        Map.MarkDurable(entries);
    }

    private static SealedConversation Begin(MicroApp app, string conversationId)
    {
        var keyId = app.Keys.CurrentKeyId;
        var reference = Reference(app, keyId, conversationId);
        var dataKey = RandomNumberGenerator.GetBytes(KeyBytes);
        var wrapped = AesGcmBox.Seal(app.Keys.Derive(keyId, "vault"), dataKey, Encoding.UTF8.GetBytes(reference));
        return new SealedConversation(new VaultKey(reference, keyId, wrapped, app.TimeProvider.GetUtcNow()), dataKey, isKeyNew: true);
    }

    private static byte[] Unwrap(KeyRing keys, VaultKey key) =>
        AesGcmBox.Open(keys.Derive(key.KeyId, "vault"), key.Wrapped.Span, Encoding.UTF8.GetBytes(key.Conversation));

    private static string Reference(MicroApp app, string keyId, string conversationId) =>
        app.Keys.Commit(keyId, $"{app.Manifest.Id}\n{conversationId}");

    private ReadOnlyMemory<byte> Seal(PlaceholderEntry entry)
    {
        lock (entry)
        {
            if (entry.Sealed.IsEmpty)
                entry.Sealed = AesGcmBox.Seal(_dataKey, MemoryMarshal.AsBytes($"{entry.EntityType}\n{entry.Value}".AsSpan()), Context(entry.Placeholder));
            return entry.Sealed;
        }
    }

    private PlaceholderEntry Open(VaultEntry stored)
    {
        // UTF-16 as it is: a value comes back exactly, even one with a lone surrogate.
        var text = new string(MemoryMarshal.Cast<byte, char>(AesGcmBox.Open(_dataKey, stored.Sealed.Span, Context(stored.Placeholder))));
        var split = text.IndexOf('\n', StringComparison.Ordinal);
        var name = stored.Placeholder.AsSpan()[1..^1];
        var underscore = name.LastIndexOf('_');
        return new PlaceholderEntry(
            stored.Placeholder,
            name[..underscore].ToString(),
            int.Parse(name[(underscore + 1)..], CultureInfo.InvariantCulture),
            text[..split],
            text[(split + 1)..]);
    }

    private byte[] Context(string placeholder) => Encoding.UTF8.GetBytes($"{_key.Conversation}\n{placeholder}");
}
