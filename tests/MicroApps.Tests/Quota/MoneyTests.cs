namespace MicroApps.Tests;

[Trait("Spec", "QUO-3")]
public class MoneyTests
{
    [Theory]
    [InlineData(0, "$0.00")]
    [InlineData(123_000, "$0.000123")]
    [InlineData(1, "$0.000000001")]
    [InlineData(5_000_000_000, "$5.00")]
    [InlineData(1_234_500_000_000, "$1,234.50")]
    [InlineData(-1_500_000_000, "-$1.50")]
    [InlineData(long.MinValue, "-$9,223,372,036.854775808")]
    public void Format_writes_dollars_exactly(long nanoUsd, string expected) => Assert.Equal(expected, Money.Format(nanoUsd));
}
