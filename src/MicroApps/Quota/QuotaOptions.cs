namespace MicroApps;

/// <summary>How calls are sized, priced and reserved. What the limits are stands in the manifest.</summary>
public sealed class QuotaOptions
{
    private const decimal MaxUsdPerMillion = 1_000_000;

    /// <summary>A price file laid over the built-in price list, or null.</summary>
    public string? PriceFile { get; set; }

    /// <summary>US dollars per million input tokens for models without a known price; null (with the output's) refuses them.</summary>
    public decimal? CeilingInputUsdPerMillion { get; set; }

    /// <summary>US dollars per million output tokens for models without a known price; null (with the input's) refuses them.</summary>
    public decimal? CeilingOutputUsdPerMillion { get; set; }

    /// <summary>The largest answer, in tokens, when neither the caller nor the manifest says; 1 or more.</summary>
    public int DefaultMaxOutputTokens { get; set; } = 4096;

    /// <summary>When the budget runs low an answer is shortened to what fits, but not below this many tokens; 1 or more.</summary>
    public int MinimumOutputTokens { get; set; } = 256;

    /// <summary>As <see cref="MinimumOutputTokens"/>, for models that reason before they answer.</summary>
    public int MinimumReasoningOutputTokens { get; set; } = 1024;

    /// <summary>How long a reservation holds without being renewed; 10 seconds to 1 day. A stream renews it by itself.</summary>
    /// <remarks>A call that takes longer stays counted all the same, but is reported as lapsed until it ends.</remarks>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The most tokens that an image or another piece of unreadable content can count as, for models whose price entry does not say.</summary>
    public int UnscannableTokens { get; set; } = 5000;

    /// <summary>Whether a reasoning model that reported no usage is charged all the output that was reserved, since its reasoning cannot be seen; otherwise the visible text is estimated.</summary>
    public bool ChargeReservationForUnreportedReasoning { get; set; } = true;

    /// <summary>The most model calls at the same time in this process, when the manifest's limits do not say; null for no limit.</summary>
    public int? DefaultConcurrency { get; set; } = 100;

    /// <summary>The most bytes of text in one call, when the manifest's limits do not say; null for no limit.</summary>
    public int? DefaultPayloadBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Called when a budget crosses a warning threshold: once for each threshold and window in each process.</summary>
    /// <remarks>Runs on the thread that ends the call, so it must be quick; an exception in it is logged and goes no further.</remarks>
    public Action<QuotaWarning>? OnWarning { get; set; }

    /// <exception cref="MicroAppStartException">A setting is out of range.</exception>
    internal void Validate()
    {
        Check(
            CeilingInputUsdPerMillion is null == CeilingOutputUsdPerMillion is null,
            "set both CeilingInputUsdPerMillion and CeilingOutputUsdPerMillion, or neither to refuse models without a known price.");
        Check(
            CeilingInputUsdPerMillion is null or (> 0 and <= MaxUsdPerMillion) && CeilingOutputUsdPerMillion is null or (> 0 and <= MaxUsdPerMillion),
            $"a ceiling price must be above 0 and at most {MaxUsdPerMillion} US dollars per million tokens. A model that is free belongs in the price file.");
        Check(
            DefaultMaxOutputTokens >= 1 && MinimumOutputTokens >= 1 && MinimumReasoningOutputTokens >= 1,
            "DefaultMaxOutputTokens, MinimumOutputTokens and MinimumReasoningOutputTokens must be 1 or more.");
        Check(
            LeaseDuration >= TimeSpan.FromSeconds(10) && LeaseDuration <= TimeSpan.FromDays(1),
            "LeaseDuration must lie between 10 seconds and 1 day.");
        Check(UnscannableTokens >= 1, "UnscannableTokens must be 1 or more.");
        Check(
            DefaultConcurrency is null or >= 1 && DefaultPayloadBytes is null or >= 1,
            "DefaultConcurrency and DefaultPayloadBytes must be 1 or more, or null for no limit.");
    }

    /// <summary>The price of models that the catalogue does not know, or null to refuse them.</summary>
    internal ModelPrice? CeilingFor(string provider, string modelId) => (CeilingInputUsdPerMillion, CeilingOutputUsdPerMillion) is ({ } input, { } output)
        ? new ModelPrice { Provider = provider, Model = modelId, From = DateOnly.MinValue, Rates = Rates(ToNano(input), ToNano(output)), IsReasoning = true }
        : null;

    private static void Check(bool holds, string problem)
    {
        if (!holds)
            throw new MicroAppStartException($"MicroApp:Quota: {problem}");
    }

    private static TokenRates Rates(long input, long output) => new(input, input, input, output, output);

    private static long ToNano(decimal usd) => (long)decimal.Ceiling(usd * Money.NanoPerUsd);
}
