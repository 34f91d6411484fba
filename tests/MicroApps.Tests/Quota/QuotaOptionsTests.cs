namespace MicroApps.Tests;

[Trait("Spec", "QUO-1")]
public class QuotaOptionsTests
{
    public static TheoryData<Action<QuotaOptions>> Faulty => new(
        o => o.CeilingInputUsdPerMillion = 1,
        o => (o.CeilingInputUsdPerMillion, o.CeilingOutputUsdPerMillion) = (0, 1),
        o => (o.CeilingInputUsdPerMillion, o.CeilingOutputUsdPerMillion) = (1, 2_000_000),
        o => o.DefaultMaxOutputTokens = 0,
        o => o.MinimumOutputTokens = 0,
        o => o.MinimumReasoningOutputTokens = -1,
        o => o.LeaseDuration = TimeSpan.FromSeconds(1),
        o => o.LeaseDuration = TimeSpan.FromDays(2),
        o => o.UnscannableTokens = 0,
        o => o.DefaultConcurrency = 0,
        o => o.DefaultPayloadBytes = 0);

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Validate_setting_out_of_range_stops_the_start(Action<QuotaOptions> change)
    {
        var options = new QuotaOptions();
        options.Validate();
        change(options);
        Assert.StartsWith("MicroApp:Quota: ", Assert.Throws<MicroAppStartException>(options.Validate).Message, StringComparison.Ordinal);
    }
}
