namespace MicroApps;

/// <summary>A conversation's data key, wrapped: useless without the key-encryption key that it names.</summary>
/// <param name="Conversation">A keyed commitment of the app id and the conversation id.</param>
/// <param name="KeyId">Which key-encryption key wraps it.</param>
/// <param name="Wrapped">Nonce, ciphertext and tag (AES-256-GCM).</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record VaultKey(string Conversation, string KeyId, ReadOnlyMemory<byte> Wrapped, DateTimeOffset CreatedAt);
