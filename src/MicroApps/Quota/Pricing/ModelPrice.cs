namespace MicroApps;

/// <summary>What a model costs from a day on, and how much it takes and gives.</summary>
public sealed record ModelPrice
{
    private const long TokensPerRate = 1_000_000;

    /// <summary>Who serves the model, as in <see cref="ManifestModel.Provider"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's model id; with <c>*</c> at its end, every id that begins so. Upper and lower case are the same.</summary>
    public required string Model { get; init; }

    /// <summary>The first UTC day on which the price holds; it does until a later one of the same model takes over.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The rates.</summary>
    public required TokenRates Rates { get; init; }

    /// <summary>The rates of a whole call whose input has more than <see cref="LongContextAbove"/> tokens; null when they are the same.</summary>
    public TokenRates? LongContextRates { get; init; }

    /// <summary>The largest number of input tokens that still has the usual rates.</summary>
    public long LongContextAbove { get; init; } = long.MaxValue;

    /// <summary>The fee for each request, in nano-dollars.</summary>
    public long PerRequest { get; init; }

    /// <summary>The most input tokens that the model takes, or null when unknown.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>The most tokens that one answer can have, reasoning included, or null when unknown.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The most tokens that one image can count as, or null when nothing special is known.</summary>
    public int? ImageTokens { get; init; }

    /// <summary>Whether the model may bill output that it does not show: reasoning.</summary>
    public bool IsReasoning { get; init; }

    /// <summary>The price of what a call used, in nano-dollars, rounded up; never negative.</summary>
    /// <remarks>
    /// The parts (cached, cache write, reasoning) belong to their totals. Some providers report them beside the totals; where the parts
    /// are larger than the total, which says so, they are added to it.
    /// </remarks>
    public long Cost(CallUsage usage)
    {
        var cached = Math.Max(0, usage.CachedInputTokens);
        var written = Math.Max(0, usage.CacheWriteTokens);
        var reasoning = Math.Max(0, usage.ReasoningTokens);
        var fresh = Rest(usage.InputTokens, (Int128)cached + written);
        var answer = Rest(usage.OutputTokens, reasoning);
        var rates = RatesFor((Int128)fresh + cached + written);
        return Total(
            ((Int128)fresh * rates.Input) + ((Int128)cached * rates.CachedInput) + ((Int128)written * rates.CacheWrite)
            + ((Int128)answer * rates.Output) + ((Int128)reasoning * rates.Reasoning));
    }

    /// <summary>What a call with at most this many tokens costs at the very most, in nano-dollars: all input at the dearest input rate, all output at the dearest output rate.</summary>
    public long UpperBound(long inputTokens, long outputTokens)
    {
        var (input, output) = HighestRates(inputTokens);
        return Total(((Int128)inputTokens * input) + ((Int128)outputTokens * output));
    }

    /// <summary>The most output tokens with which <see cref="UpperBound"/> stays within an amount; negative when the input alone does not fit.</summary>
    internal long OutputTokensWithin(long nanoUsd, long inputTokens)
    {
        var (input, output) = HighestRates(inputTokens);
        var left = ((Int128)(nanoUsd - PerRequest) * TokensPerRate) - ((Int128)inputTokens * input);
        if (left < 0)
            return -1;
        return output == 0 ? long.MaxValue : (long)Int128.Min(left / output, long.MaxValue);
    }

    private static long Rest(long total, Int128 parts) => (long)(parts > total ? Int128.Max(0, total) : total - parts);

    private TokenRates RatesFor(Int128 inputTokens) => LongContextRates is { } rates && inputTokens > LongContextAbove ? rates : Rates;

    private (long Input, long Output) HighestRates(long inputTokens)
    {
        // Input that may turn out below the threshold is billed at the usual rates, which need not be the lower ones.
        var dear = RatesFor(inputTokens);
        return (Math.Max(Rates.HighestInput, dear.HighestInput), Math.Max(Rates.HighestOutput, dear.HighestOutput));
    }

    private long Total(Int128 millionths) =>
        (long)Int128.Min(long.MaxValue, ((millionths + TokensPerRate - 1) / TokensPerRate) + PerRequest);
}
