using System.Globalization;

namespace MicroApps;

/// <summary>Limits and amounts by unit, and how they are written for people.</summary>
internal static class QuotaUnits
{
    public static readonly QuotaUnit[] All = [QuotaUnit.Requests, QuotaUnit.Tokens, QuotaUnit.Money];

    public static long? LimitOf(this QuotaBudget budget, QuotaUnit unit) => unit switch
    {
        QuotaUnit.Requests => budget.Requests,
        QuotaUnit.Tokens => budget.Tokens,
        _ => budget.SpendNanoUsd,
    };

    public static long Of(this QuotaAmount amount, QuotaUnit unit) => unit switch
    {
        QuotaUnit.Requests => amount.Requests,
        QuotaUnit.Tokens => amount.Tokens,
        _ => amount.NanoUsd,
    };

    public static string Format(this QuotaUnit unit, long amount) => unit switch
    {
        QuotaUnit.Money => Money.Format(amount),
        _ => amount.ToString("#,##0", CultureInfo.InvariantCulture) + (unit, amount) switch
        {
            (QuotaUnit.Requests, 1) => " request",
            (QuotaUnit.Requests, _) => " requests",
            (_, 1) => " token",
            _ => " tokens",
        },
    };

    /// <summary>Whose budget it is, without naming a person.</summary>
    public static string Owner(QuotaBudget budget) => budget.Scope switch
    {
        QuotaScope.App => "app",
        QuotaScope.Owner => $"owner group '{budget.Subject}'",
        QuotaScope.CostCentre => $"cost centre '{budget.Subject}'",
        QuotaScope.User => "user",
        _ => $"model '{budget.Subject[(budget.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..]}'",
    };

    public static string Current(this QuotaPeriod period) => period switch
    {
        QuotaPeriod.Minute => "this minute",
        QuotaPeriod.Hour => "this hour",
        QuotaPeriod.Day => "today",
        _ => "this month",
    };

    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString(at.Second == 0 ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
