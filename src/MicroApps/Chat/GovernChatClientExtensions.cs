using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Governs chat clients.</summary>
public static class GovernChatClientExtensions
{
    /// <summary>Wraps a chat client so that every call through it is redacted, metered, stamped and recorded. The app's rules come from <paramref name="app"/>.</summary>
    /// <remarks>Thread-safe when the inner client is. Disposing the result disposes the inner client. Put it next to the provider: layers outside of it see
    /// originals, layers inside see placeholders.</remarks>
    public static IChatClient Govern(this IChatClient client, MicroApp app, ChatGovernanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(app);
        return new GovernedChatClient(client, app, options ?? new());
    }
}
