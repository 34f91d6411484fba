using Microsoft.Extensions.AI;

namespace MicroApps.Testing;

/// <summary>What a <see cref="FakeChatClient"/> was asked.</summary>
/// <param name="Messages">The very objects that it got.</param>
/// <param name="Options">The very object that it got.</param>
/// <param name="IsStreaming">Whether a stream was asked for.</param>
public sealed record FakeChatRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, bool IsStreaming)
{
    /// <summary>The text of all messages, one line each.</summary>
    public string Text => string.Join('\n', Messages.Select(m => m.Text));

    /// <summary>The text of the last message.</summary>
    public string LastText => Messages.Count == 0 ? "" : Messages[^1].Text;
}
