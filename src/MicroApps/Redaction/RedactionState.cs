namespace MicroApps;

/// <summary>What redaction keeps of one running call.</summary>
internal sealed class RedactionState(PlaceholderMap map, SealedConversation? conversation)
{
    public PlaceholderMap Map { get; } = map;

    /// <summary>The conversation that the vault keeps; null for a call that stands alone.</summary>
    public SealedConversation? Conversation { get; } = conversation;

    /// <summary>What this call wrote to the vault.</summary>
    public IReadOnlyList<PlaceholderEntry> Written { get; set; } = [];

    /// <summary>Recognises the placeholders that this conversation uses; made when the first answer arrives.</summary>
    public PlaceholderSyntax? Syntax { get; set; }
}
