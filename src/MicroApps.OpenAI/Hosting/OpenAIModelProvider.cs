using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Serves the providers <c>openai</c>, <c>azure-openai</c> and <c>openai-compatible</c> of a manifest.</summary>
/// <remarks>The key is asked for at every request, so a rotated one needs no restart. Thread-safe.</remarks>
public sealed class OpenAIModelProvider : ModelProvider
{
    private static readonly Dictionary<string, OpenAIFlavour> s_flavours = new(StringComparer.Ordinal)
    {
        ["openai"] = OpenAIFlavour.OpenAI,
        ["azure-openai"] = OpenAIFlavour.AzureOpenAI,
        ["openai-compatible"] = OpenAIFlavour.Compatible,
    };

    /// <inheritdoc />
    public override IReadOnlyList<string> Names { get; } = [.. s_flavours.Keys];

    /// <inheritdoc />
    protected override IChatClient CreateChatClientCore(ManifestModel model, SecretSource secrets) => new OpenAIChatClient(Options(model, secrets));

    /// <inheritdoc />
    protected override IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGeneratorCore(ManifestModel model, SecretSource secrets) =>
        new OpenAIEmbeddingGenerator(Options(model, secrets));

    private static OpenAIModelOptions Options(ManifestModel model, SecretSource secrets)
    {
        var flavour = s_flavours[model.Provider];
        if (flavour != OpenAIFlavour.Compatible && model.KeySecret is null)
            throw new MicroAppStartException($"The model '{model.Id}' of the provider '{model.Provider}' has no 'keySecret'. Name the secret that holds its API key there; never the key itself.");
        if (flavour != OpenAIFlavour.OpenAI && model.Endpoint is null)
            throw new MicroAppStartException($"The model '{model.Id}' of the provider '{model.Provider}' has no 'endpoint'. Write the address of its server there.");

        return new OpenAIModelOptions
        {
            Flavour = flavour,
            Endpoint = model.Endpoint,
            Model = model.Deployment ?? model.Id,
            ApiKey = () => model.KeySecret is { } name ? secrets.Get(name) : null,
            ProviderName = model.Provider,
            AllowHttp = model.Endpoint is { IsLoopback: true },
        };
    }
}
