namespace MicroApps;

/// <summary>A model that the app may call.</summary>
public sealed record ManifestModel
{
    /// <summary>The name by which the app asks for the model; unique in the manifest.</summary>
    public required string Id { get; init; }

    /// <summary>The version that was assessed, or null when the provider names none.</summary>
    public string? Version { get; init; }

    /// <summary>Who serves it, in kebab-case: <c>sandbox</c>, <c>openai</c>, <c>azure-openai</c>, <c>openai-compatible</c>, <c>anthropic</c> or a name that the app registers.</summary>
    public required string Provider { get; init; }

    /// <summary>Where it is served: https, or http on the loopback only; null for the provider's own address.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The provider's own name for the model when it differs from <see cref="Id"/>, or null.</summary>
    public string? Deployment { get; init; }

    /// <summary>How far the model is trusted.</summary>
    public required ModelTrust Trust { get; init; }

    /// <summary>The region that it runs in, or null when unknown.</summary>
    public string? Region { get; init; }

    /// <summary>What it is used for; chat unless told otherwise.</summary>
    public IReadOnlyList<ModelUse> Uses { get; init => field = ValueList.Of(value); } = ValueList.Of<ModelUse>([ModelUse.Chat]);

    /// <summary>The name of the secret that holds its key, never the key; null when it needs none.</summary>
    public string? KeySecret { get; init; }

    /// <summary>The most tokens that one answer may have, or null.</summary>
    public int? MaxOutputTokens { get; init; }
}
