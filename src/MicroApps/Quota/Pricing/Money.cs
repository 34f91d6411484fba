using System.Globalization;

namespace MicroApps;

/// <summary>Amounts of money in nano-dollars (10⁻⁹ USD): whole numbers, so that sums are exact.</summary>
public static class Money
{
    /// <summary>Nano-dollars in a dollar.</summary>
    public const long NanoPerUsd = 1_000_000_000;

    /// <summary>Writes an amount in dollars, exactly: at least two decimals, at most nine, always with a point.</summary>
    /// <returns>Such as <c>$0.000123</c> or <c>-$1.50</c>.</returns>
    public static string Format(long nanoUsd)
    {
        var dollars = Math.Abs((decimal)nanoUsd) / NanoPerUsd;
        return (nanoUsd < 0 ? "-$" : "$") + dollars.ToString("#,##0.00#######", CultureInfo.InvariantCulture);
    }
}
