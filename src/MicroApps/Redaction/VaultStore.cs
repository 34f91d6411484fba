namespace MicroApps;

/// <summary>Keeps the encrypted map from placeholders to original values. It never sees a value or an unwrapped key.</summary>
/// <remarks>Thread-safe.</remarks>
public abstract class VaultStore
{
    /// <summary>The database that the vault is in.</summary>
    public abstract StoreDatabase Database { get; }

    /// <summary>The conversation's wrapped key, or null when there is none or it was shredded.</summary>
    public abstract ValueTask<VaultKey?> FindKeyAsync(string conversation, CancellationToken cancellationToken = default);

    /// <summary>The conversation's entries in the order in which they were added.</summary>
    public abstract ValueTask<IReadOnlyList<VaultEntry>> ReadAsync(string conversation, CancellationToken cancellationToken = default);

    /// <summary>Adds a key when there is none yet; adding the same bytes again changes nothing. False when another key is there already.</summary>
    public abstract ValueTask<bool> AddKeyAsync(StoreTransaction transaction, VaultKey key, CancellationToken cancellationToken);

    /// <summary>Adds an entry; adding the same bytes again changes nothing. False when the placeholder already stands for other bytes in that conversation.</summary>
    /// <exception cref="InvalidOperationException">The conversation has no key: it was shredded meanwhile, or never had one.</exception>
    public abstract ValueTask<bool> AddAsync(StoreTransaction transaction, VaultEntry entry, CancellationToken cancellationToken);

    /// <summary>Deletes the conversation's key and entries so that nothing of them stays in the file; false when there was no key.</summary>
    public abstract ValueTask<bool> ShredAsync(StoreTransaction transaction, string conversation, CancellationToken cancellationToken);

    /// <summary>The conversations whose key was created before <paramref name="before"/>, oldest first: for retention and rotation.</summary>
    public abstract ValueTask<IReadOnlyList<VaultKey>> ReadKeysAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
