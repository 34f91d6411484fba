using System.Globalization;

namespace MicroApps;

/// <summary>A whole number; an <see cref="int"/> when the range fits one, else a <see cref="long"/>.</summary>
internal sealed class NumberKind(long least, long most, string? what = null, string? mend = null) : ScalarKind(
    what ?? $"a whole number from {least} to {most}", mend ?? $"Write a number from {least} to {most}, digits only")
{
    public long Least => least;

    public long Most => most;

    public override object Plain(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    protected override object? Parse(YamlScalar scalar)
    {
        if (scalar.Quoted || !long.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        if (number < least || number > most) return null;
        return most <= int.MaxValue ? (object)(int)number : number;
    }
}

/// <summary>US dollars, kept as billionths in a <see cref="long"/> without ever passing through a binary fraction.</summary>
internal sealed class MoneyKind() : ScalarKind(
    $"an amount of US dollars from 0 to {Most} with at most 9 decimals", "Write an amount such as 5.00, without currency sign or thousands separator")
{
    public const long Most = 9_000_000;

    private const decimal Nano = 1_000_000_000;

    public override object Plain(object value) => ((long)value / Nano).ToString("0.#########", CultureInfo.InvariantCulture);

    protected override object? Parse(YamlScalar scalar)
    {
        if (scalar.Quoted || scalar.Text.Length > 20) return null;
        if (!decimal.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars)) return null;
        var nano = dollars * Nano;
        return dollars <= Most && nano == decimal.Truncate(nano) ? (long)nano : null;
    }
}

internal sealed class FlagKind() : ScalarKind("true or false", "Write true or false")
{
    protected override object? Parse(YamlScalar scalar) =>
        scalar.Quoted ? null : scalar.Text switch { "true" => true, "false" => false, _ => null };
}
