using Microsoft.Extensions.Options;

namespace MicroApps;

/// <summary>Checks <see cref="QuotaOptions"/> once at start.</summary>
internal sealed class QuotaOptionsValidator : IValidateOptions<QuotaOptions>
{
    private const decimal MaxUsdPerMillion = 1_000_000;

    public ValidateOptionsResult Validate(string? name, QuotaOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(QuotaOptions options)
    {
        if (options.CeilingInputUsdPerMillion is null != options.CeilingOutputUsdPerMillion is null)
            yield return "QuotaOptions: set both CeilingInputUsdPerMillion and CeilingOutputUsdPerMillion, or neither to refuse models without a known price.";
        if (options.CeilingInputUsdPerMillion is <= 0 or > MaxUsdPerMillion || options.CeilingOutputUsdPerMillion is <= 0 or > MaxUsdPerMillion)
            yield return "QuotaOptions: a ceiling price must be above 0 and at most 1,000,000 US dollars per million tokens. A model that is free belongs in the price file.";
        if (options.DefaultMaxOutputTokens < 1 || options.MinimumOutputTokens < 1 || options.MinimumReasoningOutputTokens < 1)
            yield return "QuotaOptions: DefaultMaxOutputTokens, MinimumOutputTokens and MinimumReasoningOutputTokens must be 1 or more.";
        if (options.LeaseDuration < TimeSpan.FromSeconds(10) || options.LeaseDuration > TimeSpan.FromDays(1))
            yield return "QuotaOptions: LeaseDuration must lie between 10 seconds and 1 day.";
        if (options.UnscannableTokens < 1)
            yield return "QuotaOptions: UnscannableTokens must be 1 or more.";
        if (options.DefaultConcurrency < 1 || options.DefaultPayloadBytes < 1)
            yield return "QuotaOptions: DefaultConcurrency and DefaultPayloadBytes must be 1 or more, or null for no limit.";
    }
}
