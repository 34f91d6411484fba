namespace MicroApps;

/// <summary>What a governed call goes to.</summary>
/// <param name="Id">The model id, store id, tool name or host that the caller asked for; empty when the caller named none.</param>
/// <param name="Provider">The provider's name as its client reports it, such as <c>openai</c>; empty when unknown.</param>
/// <param name="Endpoint">Where the provider's client connects to, or null when it stays in the process or does not say.</param>
public sealed record CallTarget(string Id, string Provider, Uri? Endpoint);
