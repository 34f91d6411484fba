namespace MicroApps;

/// <summary>One encrypted value of a conversation.</summary>
/// <param name="Conversation">A keyed commitment of the app id and the conversation id.</param>
/// <param name="Placeholder">What stands for the value, such as <c>[EMAIL_1]</c>; unique in the conversation.</param>
/// <param name="Sealed">Nonce, ciphertext and tag (AES-256-GCM), bound to the conversation and the placeholder.</param>
public sealed record VaultEntry(string Conversation, string Placeholder, ReadOnlyMemory<byte> Sealed);
