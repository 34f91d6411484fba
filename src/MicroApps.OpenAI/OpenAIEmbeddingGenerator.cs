using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace MicroApps;

/// <summary>Makes embeddings with OpenAI, Azure OpenAI and compatible servers, over the official client.</summary>
/// <remarks>
/// Safe for many calls at once; nothing needs disposal. Up to 2,048 texts, the API's limit, go into one request; more are sent in order, one
/// request after another. <c>user</c> in <c>AdditionalProperties</c> is sent as the end user's opaque id.
/// </remarks>
public sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int LargestBatch = 2048;

    private readonly ModelSettings _settings;
    private readonly ModelConnection _connection;
    private readonly EmbeddingClient _client;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>Makes a generator for a model.</summary>
    /// <param name="options">Where the model is; copied.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
    public OpenAIEmbeddingGenerator(OpenAIModelOptions options)
    {
        _settings = ModelSettings.From(options);
        _connection = new ModelConnection(_settings);
#pragma warning disable MAPP2002 // This is what Govern(app) wraps.
        _client = new EmbeddingClient(_settings.Model, ModelConnection.NoCredential, _connection.CreateClientOptions());
#pragma warning restore MAPP2002
        _metadata = new EmbeddingGeneratorMetadata(_settings.Provider, _settings.Endpoint, _settings.Model);
    }

    /// <inheritdoc />
    /// <exception cref="ModelProviderException">The server cannot be reached, refuses, or answers wrongly.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(LargestBatch))
        {
            using var answer = await SendAsync(batch, options, cancellationToken).ConfigureAwait(false);
            EmbeddingReply.Read(answer.Content, batch.Length, all, _connection.Failures);
        }

        return all;
    }

    /// <summary>Finds this generator, its <see cref="EmbeddingGeneratorMetadata"/>, or the official <see cref="EmbeddingClient"/>.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <param name="serviceKey">Must be null to find anything.</param>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(EmbeddingClient) ? _client
            : null;
    }

    /// <summary>Does nothing: the connections are shared, and a handler from the options belongs to its maker.</summary>
    public void Dispose()
    {
    }

    private Task<PipelineResponse> SendAsync(string[] texts, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var model = options?.ModelId ?? _settings.Model;
        var body = RequestJson.From(options?.RawRepresentationFactory?.Invoke(this));
        body["model"] = model;
        body["input"] = new JsonArray([.. texts.Select(text => (JsonNode?)text)]);
        // A quarter of the size of decimal digits; not every compatible server knows it.
        body["encoding_format"] = _settings.Flavour is OpenAIFlavour.Compatible ? "float" : "base64";
        body.Set("dimensions", options?.Dimensions);
        if (options?.AdditionalProperties?.TryGetValue("user", out string? user) is true)
            body.Set("user", user);
        return _connection.SendAsync(_client.GenerateEmbeddingsAsync, RequestJson.ToUtf8(body), model, stream: false, cancellationToken);
    }
}
