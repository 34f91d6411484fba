using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>
/// The built-in embedding model: deterministic, offline, 384 dimensions unless the options say otherwise. Texts that share words, inflected
/// words or everyday concepts are near each other; every vector has length 1.
/// </summary>
/// <remarks>Safe for use by several threads at once. The time is linear in the length of the text.</remarks>
public sealed class SandboxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int UsualDimensions = 384;
    private const int MostDimensions = 16_384;

    private static readonly EmbeddingGeneratorMetadata s_metadata = new(SandboxChatClient.Provider, null, SandboxChatClient.Model, UsualDimensions);

    private readonly TimeProvider _time;

    /// <summary>Creates the generator; <paramref name="timeProvider"/> serves <see cref="Embedding.CreatedAt"/> alone.</summary>
    public SandboxEmbeddingGenerator(TimeProvider? timeProvider = null) => _time = timeProvider ?? TimeProvider.System;

    /// <summary>Embeds each text; a null text counts as empty.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options ask for fewer than 1 or more than 16 384 dimensions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all texts were embedded.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var dimensions = options?.Dimensions ?? UsualDimensions;
        if (dimensions is < 1 or > MostDimensions)
            throw new ArgumentOutOfRangeException(nameof(options), dimensions, $"Dimensions must be between 1 and {MostDimensions}.");
        var result = new GeneratedEmbeddings<Embedding<float>>();
        var characters = 0L;
        foreach (var value in values)
        {
            if (cancellationToken.IsCancellationRequested)
                return Task.FromCanceled<GeneratedEmbeddings<Embedding<float>>>(cancellationToken);
            characters += value?.Length ?? 0;
            result.Add(new(SandboxFeatures.Vector(value ?? "", dimensions)) { ModelId = SandboxChatClient.Model, CreatedAt = _time.GetUtcNow() });
        }
        var tokens = SandboxOutput.Tokens(characters);
        result.Usage = new() { InputTokenCount = tokens, TotalTokenCount = tokens };
        return Task.FromResult(result);
    }

    /// <summary>Gives the <see cref="EmbeddingGeneratorMetadata"/> or this generator itself; otherwise null.</summary>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? s_metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: there is nothing to free.</summary>
    public void Dispose()
    {
    }
}
