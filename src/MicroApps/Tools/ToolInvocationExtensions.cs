using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Adds the invocation of tools to a chat client.</summary>
public static class ToolInvocationExtensions
{
    /// <summary>Wraps a client so that the tools of <c>ChatOptions.Tools</c> that the model asks for are invoked and their results sent back, until it answers.</summary>
    /// <remarks>Put it outside of <c>Govern</c>: each round is then a governed call of its own. A tool that needs approval is not invoked; its call is handed to the caller.
    /// Thread-safe when the inner client is.</remarks>
    public static IChatClient InvokeTools(this IChatClient client, ToolInvocationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRounds, 1);
        return new ToolInvokingChatClient(client, options.MaxRounds);
    }
}
