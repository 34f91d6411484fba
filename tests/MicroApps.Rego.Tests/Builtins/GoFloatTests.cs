using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Rego.Tests;

/// <summary>Numbers as Go writes them.</summary>
public class GoFloatTests
{
    [Theory]
    [InlineData(0.125, 'f', 2, "0.12")]
    [InlineData(0.375, 'f', 2, "0.38")]
    [InlineData(2.5, 'f', 0, "2")]
    [InlineData(0.5, 'f', 0, "0")]
    [InlineData(1.5, 'f', 0, "2")]
    [InlineData(0.05, 'f', 0, "0")]
    [InlineData(0.05, 'f', 1, "0.1")]
    [InlineData(9.995, 'f', 2, "9.99")]
    [InlineData(999.5, 'e', 2, "1.00e+03")]
    [InlineData(0.1, 'f', 20, "0.10000000000000000555")]
    [InlineData(1e100, 'g', -1, "1e+100")]
    [InlineData(100000, 'g', -1, "100000")]
    [InlineData(1000000, 'g', -1, "1e+06")]
    [InlineData(123456789, 'g', -1, "1.23456789e+08")]
    [InlineData(0.0001, 'g', -1, "0.0001")]
    [InlineData(0.00001, 'g', -1, "1e-05")]
    [InlineData(5e-324, 'e', -1, "5e-324")]
    [InlineData(0, 'e', 3, "0.000e+00")]
    [InlineData(0, 'g', -1, "0")]
    [InlineData(1.5, 'x', -1, "0x1.8p+00")]
    [InlineData(1.9999, 'x', 0, "0x1p+01")]
    [InlineData(5e-324, 'x', -1, "0x1p-1074")]
    [InlineData(1, 'b', -1, "4503599627370496p-52")]
    public void Format_writes_as_Go(double value, char format, int precision, string expected) => Assert.Equal(expected, GoFloat.Format(value, format, precision));

    [Fact]
    public void Format_shortest_comes_back() => Prop.ForAll<NormalFloat>(value =>
        double.Parse(GoFloat.Format(value.Get, 'g', -1), CultureInfo.InvariantCulture).Equals(value.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Format_fixed_is_exact_when_wide_enough() => Prop.ForAll<int>(numerator =>
        double.Parse(GoFloat.Format(numerator / 1024.0, 'f', 10), CultureInfo.InvariantCulture).Equals(numerator / 1024.0)).QuickCheckThrowOnFailure();
}
