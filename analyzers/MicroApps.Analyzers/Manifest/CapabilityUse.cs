using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers;

/// <summary>A model, a tool or a host that code names.</summary>
/// <param name="Section">The section of the manifest that it belongs to.</param>
/// <param name="Name">Its name, a constant.</param>
/// <param name="Use">What the model is used for, or how the host is reached; null for a tool, or when either will do.</param>
/// <param name="Place">Where it is named.</param>
/// <param name="IsKeyed">Whether the container is asked for it, by the id alone.</param>
internal sealed record CapabilityUse(string Section, string Name, string? Use, Location Place, bool IsKeyed = false)
{
    public const string Models = "models", Tools = "tools", Egress = "egress", Chat = "chat", Embeddings = "embeddings";

    /// <summary>The built-in model, which needs no declaration in the sandbox.</summary>
    public const string Sandbox = "sandbox-1";
}
