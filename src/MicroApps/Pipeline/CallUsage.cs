namespace MicroApps;

/// <summary>What a call used.</summary>
/// <param name="InputTokens">Billed input tokens, cached ones included.</param>
/// <param name="OutputTokens">Billed output tokens, reasoning included.</param>
/// <param name="CachedInputTokens">The part of the input tokens that the provider served from its cache.</param>
/// <param name="ReasoningTokens">The part of the output tokens that was reasoning.</param>
/// <param name="Source">Where the figures come from.</param>
public readonly record struct CallUsage(long InputTokens, long OutputTokens, long CachedInputTokens, long ReasoningTokens, UsageSource Source)
{
    /// <summary>The part of the input tokens that the provider wrote to its cache, where it bills that apart.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>Input and output tokens together.</summary>
    public long TotalTokens => InputTokens + OutputTokens;
}
