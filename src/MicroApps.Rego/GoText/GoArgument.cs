using System.Globalization;
using System.Numerics;

namespace MicroApps.Rego;

/// <summary>What Go's formatter gets for a value: <c>int</c>, <c>*big.Int</c>, <c>float64</c> or <c>string</c>; for templates, others as well.</summary>
internal readonly struct GoArgument
{
    private GoArgument(string type, string text, long integer = 0, double real = 0) => (Type, String, Integer, Real) = (type, text, integer, real);

    /// <summary>The name of Go's type.</summary>
    public string Type { get; }

    /// <summary>A string's text, or the digits of an integer.</summary>
    public string String { get; }

    public long Integer { get; }

    public double Real { get; }

    public static GoArgument Of(string text) => new("string", text);

    public static GoArgument Of(long value) => new("int", value.ToString(CultureInfo.InvariantCulture), value);

    public static GoArgument Of(double value) => new("float64", "", 0, value);

    /// <summary>A value of another type, which prints like a text: <c>bool</c>, <c>json.Number</c>, a list; or nil, whose type is "&lt;nil&gt;".</summary>
    public static GoArgument OfOther(string type, string text) => new(type, text);

    /// <summary>As <c>sprintf</c> hands it over: numbers by the way they are written, whatever is neither number nor text as its term.</summary>
    public static GoArgument Of(RegoValue value) => value switch
    {
        NumberValue number => OfNumber(number),
        StringValue text => Of(text.Value),
        _ => Of(Text.ToTerm(value)),
    };

    public BigInteger ToBigInteger() => BigInteger.Parse(String, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static GoArgument OfNumber(NumberValue number)
    {
        if (number.TryGetInt64(out var integer))
            return Of(integer);
        if (number.Text == "-0")
            return Of(0L);
        if (number.Text.IndexOfAny(['.', 'e', 'E']) < 0)
            return new("*big.Int", number.Text);
        return double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsInfinity(real) ? Of(real) : Of(number.Text);
    }
}
