using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Tests;

[Trait("Spec", "QUO-2")]
[Trait("Spec", "QUO-3")]
public class ModelPriceTests
{
    private const long Usd = 1_000_000_000;
    private static readonly ModelPrice s_price = new()
    {
        Provider = "p",
        Model = "m",
        From = new(2024, 1, 1),
        Rates = new(Input: 3 * Usd, CachedInput: 300_000_000, CacheWrite: 3_750_000_000, Output: 15 * Usd, Reasoning: 20 * Usd),
        LongContextRates = new(6 * Usd, 600_000_000, 7_500_000_000, 22_500_000_000, 30 * Usd),
        LongContextAbove = 200_000,
    };

    [Theory]
    [InlineData(1_000, 0, 0, 0, 0, 3_000_000)] // plain input
    [InlineData(0, 1_000, 0, 0, 0, 15_000_000)] // plain output
    [InlineData(10_000, 0, 10_000, 0, 0, 3_000_000)] // all of it cached: a tenth, not the full price
    [InlineData(10_000, 0, 0, 10_000, 0, 37_500_000)] // all of it written to the cache: the premium
    [InlineData(10_000, 500, 8_000, 1_000, 200, 3_000_000 + 2_400_000 + 3_750_000 + 4_500_000 + 4_000_000)] // everything at once
    [InlineData(200_000, 0, 0, 0, 0, 600_000_000)] // at the threshold: usual rates
    [InlineData(200_001, 100, 0, 0, 0, 1_200_006_000 + 2_250_000)] // above it: the whole call at the higher rates, output too
    [InlineData(200_001, 0, 200_001, 0, 0, 120_000_600)] // cached input of a long call has its own higher rate
    [InlineData(100, 50, 0, 0, 400, 300_000 + 750_000 + 8_000_000)] // reasoning reported beside the output is added
    [InlineData(100, 0, 900, 0, 0, 300_000 + 270_000)] // cached input reported beside the input is added
    [InlineData(-5, -5, -5, -5, -5, 0)] // nonsense is never a credit
    public void Cost_of_a_usage_is_exact(long input, long output, long cached, long written, long reasoning, long nanoUsd) =>
        Assert.Equal(nanoUsd, s_price.Cost(new(input, output, cached, reasoning, UsageSource.Provider) { CacheWriteTokens = written }));

    [Theory]
    [InlineData(1, 1)] // a millionth of a nano-dollar is a nano-dollar
    [InlineData(1_000_000, 1)]
    [InlineData(1_000_001, 2)]
    public void Cost_is_rounded_up(long tokens, long nanoUsd)
    {
        var price = s_price with { Rates = new(1, 1, 1, 1, 1), LongContextRates = null };
        Assert.Equal(nanoUsd, price.Cost(new(tokens, 0, 0, 0, UsageSource.Provider)));
    }

    [Fact]
    public void Cost_includes_the_fee_for_each_request() =>
        Assert.Equal(5_003_000_000, (s_price with { PerRequest = 5 * Usd }).Cost(new(1_000, 0, 0, 0, UsageSource.Provider)));

    [Fact]
    public void Cost_beyond_all_bounds_saturates() =>
        Assert.Equal(long.MaxValue, s_price.Cost(new(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue, UsageSource.Provider)));

    [Fact]
    public void UpperBound_of_a_call_is_never_below_what_the_call_can_cost()
    {
        var tokens = Gen.Choose(0, 400_000);
        var percent = Gen.Choose(0, 100);
        var usages = from inputBound in tokens
                     from outputBound in tokens
                     from i in percent
                     from o in percent
                     from c in percent
                     from w in percent
                     from r in percent
                     let input = (long)inputBound * i / 100
                     let output = (long)outputBound * o / 100
                     let cached = input * c / 100
                     let usage = new CallUsage(input, output, cached, output * r / 100, UsageSource.Provider) { CacheWriteTokens = (input - cached) * w / 100 }
                     select (inputBound, outputBound, usage);
        Prop.ForAll(usages.ToArbitrary(), u => s_price.Cost(u.usage) <= s_price.UpperBound(u.inputBound, u.outputBound)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OutputTokensWithin_gives_the_largest_answer_that_fits()
    {
        var cases = Gen.Choose(0, 300_000).Zip(Gen.Choose(0, 2_000_000_000));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var output = s_price.OutputTokensWithin(c.Item2, c.Item1);
            return output < 0
                ? s_price.UpperBound(c.Item1, 0) > c.Item2
                : s_price.UpperBound(c.Item1, output) <= c.Item2 && s_price.UpperBound(c.Item1, output + 1) > c.Item2;
        }).QuickCheckThrowOnFailure();
    }
}
