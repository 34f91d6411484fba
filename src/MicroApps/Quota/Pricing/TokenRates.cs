namespace MicroApps;

/// <summary>What tokens cost, each in nano-dollars (10⁻⁹ USD) per million tokens: $2.50 per million is 2,500,000,000.</summary>
/// <param name="Input">Input that was neither read from nor written to the provider's cache.</param>
/// <param name="CachedInput">Input that the provider read from its cache.</param>
/// <param name="CacheWrite">Input that the provider wrote to its cache.</param>
/// <param name="Output">The answer.</param>
/// <param name="Reasoning">The reasoning before the answer.</param>
public sealed record TokenRates(long Input, long CachedInput, long CacheWrite, long Output, long Reasoning)
{
    /// <summary>The rate that no input token exceeds.</summary>
    public long HighestInput => Math.Max(Input, Math.Max(CachedInput, CacheWrite));

    /// <summary>The rate that no output token exceeds.</summary>
    public long HighestOutput => Math.Max(Output, Reasoning);
}
