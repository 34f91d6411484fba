using System.Globalization;

namespace MicroApps;

/// <summary>A length of time in whole calendar units, written as in <c>7d</c>, <c>2w</c>, <c>13mo</c>, <c>2y</c>.</summary>
/// <param name="Count">How many units; 1 or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Period(int Count, PeriodUnit Unit)
{
    private static readonly string[] Suffixes = ["d", "w", "mo", "y"];

    /// <summary>Reads a period such as <c>13mo</c>: a number from 1 to 9999 and a unit, without space or sign.</summary>
    /// <param name="text">The text.</param>
    /// <param name="period">The period, when the text is one.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        var (digits, count) = (0, 0);
        while (text is not null && digits < text.Length && text[digits] is >= '0' and <= '9')
        {
            if (digits == 4) return false;
            count = (count * 10) + (text[digits++] - '0');
        }

        var unit = count == 0 ? -1 : Array.IndexOf(Suffixes, text!.Substring(digits));
        if (unit < 0) return false;
        period = new(count, (PeriodUnit)unit);
        return true;
    }

    /// <summary>The moment that lies this period after another, by the calendar: 31 January plus <c>1mo</c> is the last day of February.</summary>
    /// <param name="moment">Where the period starts.</param>
    /// <returns>Where it ends; never after <see cref="DateTimeOffset.MaxValue"/>, which stands for what the calendar cannot hold.</returns>
    public DateTimeOffset After(DateTimeOffset moment)
    {
        try
        {
            return Unit switch
            {
                PeriodUnit.Day => moment.AddDays(Count),
                PeriodUnit.Week => moment.AddDays(7d * Count),
                PeriodUnit.Month => moment.AddMonths(Count),
                _ => moment.AddYears(Count),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTimeOffset.MaxValue;
        }
    }

    /// <summary>The period as it is written in a manifest.</summary>
    /// <returns>Such as <c>13mo</c>.</returns>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture) + Suffixes[(int)Unit];
}
