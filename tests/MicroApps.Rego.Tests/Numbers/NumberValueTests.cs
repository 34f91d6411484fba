using System.Diagnostics;

namespace MicroApps.Rego.Tests;

public class NumberValueTests
{
    [Theory]
    [InlineData("1", "1.0", "1e0", "10e-1", "0.01E+2", "1.000")]
    [InlineData("0", "-0", "0.0", "-0.000", "0e5", "0E-99")]
    [InlineData("100", "1e2", "1.00e+2", "1000e-1")]
    [InlineData("-9223372036854775808", "-9223372036854775808.0", "-9.223372036854775808e18")]
    [InlineData("9223372036854775808", "9223372036854775808.0", "9.223372036854775808e18")]
    [InlineData("0.5", "5e-1", "0.50", "50e-2")]
    [InlineData("1e1000000000", "10e999999999", "0.1e1000000001")]
    public void Equals_every_spelling_is_the_same(params string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            var (left, right) = (NumberValue.Of(spellings[0]), NumberValue.Of(spelling));
            Assert.Equal(0, left.CompareTo(right));
            Assert.Equal(left, right);
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
            Assert.Equal(spelling, right.Text);
        }
    }

    [Fact]
    public void CompareTo_numbers_are_in_order()
    {
        string[] ascending =
        [
            "-1e1000000000", "-1e400", "-28857836529306024611913", "-28857836529306024611912", "-9223372036854775809", "-9223372036854775808", "-10.5", "-10", "-1", "-0.1",
            "-1e-400", "0", "1e-1000000000", "0.05", "0.5", "0.50000000000000000001", "1", "1.5", "9", "10.0", "99.9", "9223372036854775807", "9223372036854775807.5",
            "9223372036854775808", "1e19", "123456789012345678901234567890", "123456789012345678901234567891", "1e308", "1e1000000000",
        ];
        var numbers = ascending.Select(NumberValue.Of).ToList();
        for (var i = 0; i < numbers.Count; i++)
            for (var j = 0; j < numbers.Count; j++)
                Assert.Equal(i.CompareTo(j), Math.Sign(numbers[i].CompareTo(numbers[j])));
    }

    [Fact]
    public void Compare_huge_exponent_takes_no_memory()
    {
        var (left, right) = (NumberValue.Of("1e999999999999999999999"), NumberValue.Of("1.5e1000000000"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(left.CompareTo(right) > 0);
        Assert.NotEqual(left.GetHashCode(), right.GetHashCode());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void TryGetFloat_million_digits_is_fast()
    {
        var watch = Stopwatch.StartNew();
        Assert.True(NumberValue.Of("0." + new string('7', 1_000_000)).TryGetFloat(out var value));
        Assert.Equal("0.77777777777777777775", value.ToText());
        Assert.False(NumberValue.Of("0." + new string('0', 1_000_000) + "7").TryGetFloat(out _));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
    }

    [Theory]
    [InlineData("5", true)]
    [InlineData("-0", true)]
    [InlineData("1.0", false)]
    [InlineData("9223372036854775808", false)]
    public void TryGetInt64_only_as_written(string text, bool isInteger) => Assert.Equal(isInteger, NumberValue.Of(text).TryGetInt64(out _));

    [Fact]
    public void Find_index_of_an_array_is_written_as_an_integer()
    {
        var array = RegoValue.Parse("[7, 8]");
        Assert.Equal(RegoValue.From(8), array.Find(RegoValue.From(1)));
        Assert.Null(array.Find(RegoValue.Parse("1.0")));
    }

    [Theory]
    [InlineData("1e9000", "1")]
    [InlineData("1e-9000", "1e-9000")]
    [InlineData("123456789", "123456789")]
    [InlineData("1234567.5", "1.2345675e+06")]
    [InlineData("123456.75", "123456.75")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("0.00012345", "0.00012345")]
    [InlineData("9.9999999999999999999999", "10")]
    public void ToText_shortest_digits(string text, string want)
    {
        Assert.True(SoftFloat.TryParse(text, out var value));
        Assert.Equal(want, value.ToText()[..Math.Min(want.Length, value.ToText().Length)]);
    }
}
