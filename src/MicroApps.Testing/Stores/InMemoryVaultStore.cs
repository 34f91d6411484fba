using System.Collections.Immutable;

namespace MicroApps.Testing;

/// <summary>A vault in memory, for tests.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryVaultStore : VaultStore
{
    private readonly InMemoryStoreDatabase _database;
    private readonly Cell<ImmutableDictionary<string, VaultKey>> _keys = new(ImmutableDictionary<string, VaultKey>.Empty);
    private readonly Cell<ImmutableList<VaultEntry>> _entries = new([]);

    /// <summary>An empty vault in <paramref name="database"/>.</summary>
    public InMemoryVaultStore(InMemoryStoreDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <inheritdoc/>
    public override StoreDatabase Database => _database;

    /// <inheritdoc/>
    public override ValueTask<VaultKey?> FindKeyAsync(string conversation, CancellationToken cancellationToken = default) =>
        new(_database.Read(_keys, cancellationToken).GetValueOrDefault(conversation));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<VaultEntry>> ReadAsync(string conversation, CancellationToken cancellationToken = default) =>
        new(_database.Read(_entries, cancellationToken).FindAll(e => e.Conversation == conversation));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<VaultKey>> ReadKeysAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        new([.. _database.Read(_keys, cancellationToken).Values.Where(k => k.CreatedAt < before).OrderBy(k => k.CreatedAt)]);

    /// <inheritdoc/>
    public override ValueTask<bool> AddKeyAsync(StoreTransaction transaction, VaultKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var own = Enter(transaction, cancellationToken);
        var keys = own.Get(_keys);
        if (keys.ContainsKey(key.Conversation))
            return new(false);
        own.Set(_keys, keys.Add(key.Conversation, key with { Wrapped = key.Wrapped.ToArray() }));
        return new(true);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> AddAsync(StoreTransaction transaction, VaultEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var own = Enter(transaction, cancellationToken);
        if (!own.Get(_keys).ContainsKey(entry.Conversation))
            throw new InvalidOperationException("The conversation has no key in the vault: add one first. It may have been shredded meanwhile.");
        var entries = own.Get(_entries);
        if (entries.Exists(e => (e.Conversation, e.Placeholder) == (entry.Conversation, entry.Placeholder)))
            return new(false);
        own.Set(_entries, entries.Add(entry with { Sealed = entry.Sealed.ToArray() }));
        return new(true);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> ShredAsync(StoreTransaction transaction, string conversation, CancellationToken cancellationToken)
    {
        var own = Enter(transaction, cancellationToken);
        var keys = own.Get(_keys);
        own.Set(_keys, keys.Remove(conversation));
        own.Set(_entries, own.Get(_entries).RemoveAll(e => e.Conversation == conversation));
        return new(keys.ContainsKey(conversation));
    }

    private InMemoryTransaction Enter(StoreTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return InMemoryTransaction.Of(transaction, _database);
    }
}
