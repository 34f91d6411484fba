namespace MicroApps;

/// <summary>Which changes alter the risk. When in doubt they do: a change that is asked about once too often costs a look, one too few costs trust.</summary>
internal static class RiskRules
{
    public static RiskRule Any(string reason) => (_, _) => reason;

    /// <summary>More is riskier, and no limit is most.</summary>
    public static RiskRule Raised(string what) => (before, after) => Amount(after) > Amount(before) ? what + " raised" : null;

    /// <summary>A limit that is new lowers the risk, one that is gone raises it.</summary>
    public static RiskRule Dropped(string what) => (_, after) => after is null ? what + " dropped" : null;

    /// <summary>From <paramref name="strict"/> to anything else.</summary>
    public static RiskRule Left(object strict, string reason) => (before, _) => Equals(before, strict) ? reason : null;

    /// <summary>A shorter period, or none, where there was one.</summary>
    public static RiskRule Shortened(string what) => (before, after) => before is Period b && (after is not Period a || Days(a) < Days(b)) ? what + " shortened" : null;

    public static RiskRule Lengthened(string what) => (before, after) => (after is Period a ? Days(a) : double.MaxValue) > (before is Period b ? Days(b) : double.MaxValue) ? what + " lengthened" : null;

    /// <summary>Policy decides for what is not named, so a name that comes or goes may loosen as well, unless its action is the strictest or the loosest.</summary>
    public static string? Redaction(object? before, object? after)
    {
        var loosened = (before, after) switch
        {
            (RedactionAction b, RedactionAction a) => Strictness(a) < Strictness(b),
            (null, RedactionAction a) => a != RedactionAction.Block,
            (RedactionAction b, null) => b != RedactionAction.Allow,
            (ResponseAction b, ResponseAction a) => a < b,
            (null, ResponseAction a) => a != ResponseAction.Block,
            (ResponseAction b, null) => b != ResponseAction.Report,
            _ => true,
        };
        return loosened ? "redaction loosened" : null;
    }

    private static int Strictness(RedactionAction action) => action switch
    {
        RedactionAction.Block => 4,
        RedactionAction.Mask => 3,
        RedactionAction.Hash => 2,
        RedactionAction.Pseudonymise => 1,
        _ => 0,
    };

    private static decimal Amount(object? number) => number is null ? decimal.MaxValue : Convert.ToDecimal(number, System.Globalization.CultureInfo.InvariantCulture);

    private static double Days(Period period) => period.Count * period.Unit switch
    {
        PeriodUnit.Day => 1,
        PeriodUnit.Week => 7,
        PeriodUnit.Month => 30.4375,
        _ => 365.25,
    };
}
