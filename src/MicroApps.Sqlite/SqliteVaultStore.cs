namespace MicroApps.Sqlite;

/// <summary>The vault in a SQLite file. Deleted rows are overwritten (<c>secure_delete</c>) and leave the write-ahead log too.</summary>
/// <remarks>Thread-safe. Backups of the file keep what they hold: give them a short life, or keep the key-encryption key out of them.</remarks>
public sealed class SqliteVaultStore : VaultStore
{
    private static readonly Sql FindKey = new("SELECT conversation, key_id, wrapped, created_at FROM vault_key WHERE conversation = ?");
    private static readonly Sql ReadKeys = new(
        "SELECT conversation, key_id, wrapped, created_at FROM vault_key WHERE created_at < ? ORDER BY created_at, conversation");
    private static readonly Sql ReadEntries = new("SELECT placeholder, sealed FROM vault_entry WHERE conversation = ? ORDER BY id");
    private static readonly Sql InsertKey = new(
        "INSERT INTO vault_key (conversation, key_id, wrapped, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    private static readonly Sql InsertEntry = new(
        "INSERT INTO vault_entry (conversation, placeholder, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    private static readonly Sql DeleteKey = new("DELETE FROM vault_key WHERE conversation = ?");

    private readonly SqliteStoreDatabase _database;

    /// <summary>The vault that <paramref name="database"/> holds.</summary>
    public SqliteVaultStore(SqliteStoreDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <inheritdoc/>
    public override StoreDatabase Database => _database;

    /// <inheritdoc/>
    public override ValueTask<VaultKey?> FindKeyAsync(string conversation, CancellationToken cancellationToken = default) =>
        _database.ReadAsync(conversation, Find, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<VaultEntry>> ReadAsync(string conversation, CancellationToken cancellationToken = default) =>
        await _database.ReadAsync(conversation, ReadAll, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<VaultKey>> ReadKeysAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        await _database.ReadAsync(before, ReadOld, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override ValueTask<bool> AddKeyAsync(StoreTransaction transaction, VaultKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var connection = Enter(transaction, cancellationToken).Connection;
        connection.Use(InsertKey).Bind(key.Conversation).Bind(key.KeyId).Bind(key.Wrapped.Span).Bind(key.CreatedAt).Run();
        return new(connection.Changes == 1);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> AddAsync(StoreTransaction transaction, VaultEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var connection = Enter(transaction, cancellationToken).Connection;
        if (Find(connection, entry.Conversation) is null)
            throw new InvalidOperationException("The conversation has no key in the vault: add one first. It may have been shredded meanwhile.");
        connection.Use(InsertEntry).Bind(entry.Conversation).Bind(entry.Placeholder).Bind(entry.Sealed.Span).Run();
        return new(connection.Changes == 1);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> ShredAsync(StoreTransaction transaction, string conversation, CancellationToken cancellationToken)
    {
        var own = Enter(transaction, cancellationToken);
        // The entries go with their key.
        own.Connection.Use(DeleteKey).Bind(conversation).Run();
        own.MustTruncateLog = true;
        return new(own.Connection.Changes == 1);
    }

    private SqliteTransaction Enter(StoreTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return SqliteTransaction.Of(transaction, _database);
    }

    private static VaultKey? Find(SqliteConnection connection, string conversation)
    {
        using var row = connection.Use(FindKey).Bind(conversation);
        return row.Step() ? ReadKey(row) : null;
    }

    private static List<VaultKey> ReadOld(SqliteConnection connection, DateTimeOffset before)
    {
        using var rows = connection.Use(ReadKeys).Bind(before);
        var keys = new List<VaultKey>();
        while (rows.Step())
            keys.Add(ReadKey(rows));
        return keys;
    }

    private static List<VaultEntry> ReadAll(SqliteConnection connection, string conversation)
    {
        using var rows = connection.Use(ReadEntries).Bind(conversation);
        var entries = new List<VaultEntry>();
        while (rows.Step())
            entries.Add(new VaultEntry(conversation, rows.Text(0), rows.Blob(1).ToArray()));
        return entries;
    }

    private static VaultKey ReadKey(SqliteStatement row) => new(row.Text(0), row.Text(1), row.Blob(2).ToArray(), row.Time(3));
}
