using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Makes clients for the models that a manifest declares under one provider name.</summary>
/// <remarks>Register one for each provider with <c>services.AddSingleton&lt;ModelProvider&gt;(…)</c>. Thread-safe.</remarks>
public abstract class ModelProvider
{
    /// <summary>The provider names that this serves, as they stand in the manifest's <c>models[].provider</c>.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Makes a chat client. It is not governed: the caller governs it.</summary>
    /// <exception cref="MicroAppStartException">The declaration lacks something, or its secret is missing.</exception>
    public IChatClient CreateChatClient(ManifestModel model, SecretSource secrets)
    {
        Check(model, secrets);
        return CreateChatClientCore(model, secrets);
    }

    /// <summary>Makes an embedding generator. It is not governed: the caller governs it.</summary>
    /// <exception cref="MicroAppStartException">The declaration lacks something, its secret is missing, or the provider has no embeddings.</exception>
    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(ManifestModel model, SecretSource secrets)
    {
        Check(model, secrets);
        return CreateEmbeddingGeneratorCore(model, secrets);
    }

    /// <summary>Makes a chat client for a model whose secret is present.</summary>
    protected abstract IChatClient CreateChatClientCore(ManifestModel model, SecretSource secrets);

    /// <summary>Makes an embedding generator for a model whose secret is present.</summary>
    protected virtual IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGeneratorCore(ManifestModel model, SecretSource secrets) =>
        throw new MicroAppStartException($"The provider '{model.Provider}' of the model '{model.Id}' has no embeddings here. Declare a model of another provider for embeddings.");

    private static void Check(ManifestModel model, SecretSource secrets)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(secrets);
        if (model.KeySecret is { } name && secrets.Find(name) is null)
            throw new MicroAppStartException($"The model '{model.Id}' needs the secret '{name}', which is missing. Looked in {secrets.Description}. Set it there, outside of code and git.");
    }
}
