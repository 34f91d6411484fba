namespace MicroApps;

/// <summary>The placeholder maps of conversations with a running call: loaded from the vault by the first, forgotten after the last.</summary>
internal sealed class ConversationMaps(VaultStore store)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Shared> _maps = new(StringComparer.Ordinal);

    public async ValueTask<SealedConversation> AcquireAsync(MicroApp app, string conversationId, CancellationToken cancellationToken)
    {
        Shared shared;
        lock (_gate)
        {
            if (!_maps.TryGetValue(conversationId, out shared!))
                _maps[conversationId] = shared = new Shared(SealedConversation.OpenAsync(app, store, conversationId));
            shared.Users++;
        }

        try
        {
            return await shared.Conversation.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Release(conversationId);
            throw;
        }
    }

    public void Release(string conversationId)
    {
        lock (_gate)
        {
            if (_maps.TryGetValue(conversationId, out var shared) && --shared.Users == 0)
                _maps.Remove(conversationId);
        }
    }

    private sealed class Shared(Task<SealedConversation> conversation)
    {
        public Task<SealedConversation> Conversation { get; } = conversation;

        public int Users { get; set; }
    }
}
