using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>The built-in model, which needs no network, no key and no approval.</summary>
internal sealed class SandboxModelProvider(TimeProvider time) : ModelProvider
{
    public const string ProviderName = "sandbox";

    /// <summary>How the built-in model declares itself.</summary>
    public static ManifestModel Declaration { get; } = new()
    {
        Id = "sandbox-1",
        Version = "1",
        Provider = ProviderName,
        Trust = ModelTrust.Managed,
        Region = "local",
        Uses = [ModelUse.Chat, ModelUse.Embeddings],
    };

    public override IReadOnlyList<string> Names { get; } = [ProviderName];

    /// <summary>The built-in model under the name of a model that the app will use outside the sandbox.</summary>
    public static ManifestModel StandFor(ManifestModel model) =>
        Declaration with { Id = model.Id, MaxOutputTokens = model.MaxOutputTokens };

    protected override IChatClient CreateChatClientCore(ManifestModel model, SecretSource secrets) => new SandboxChatClient(time);

    protected override IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGeneratorCore(ManifestModel model, SecretSource secrets) =>
        new SandboxEmbeddingGenerator();
}
