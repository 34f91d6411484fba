using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using static MicroApps.Ledger.Tests.JsonTrees;

namespace MicroApps.Ledger.Tests;

[Trait("Spec", "MAN-3")]
public class CanonicalNumberTests
{
    [Theory]
    // RFC 8785 appendix B: the bits of the double, and its text.
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Number_rfc_8785_appendix_b(ulong bits, string expected) =>
        Assert.Equal(expected, Canonical(Literal(BitConverter.UInt64BitsToDouble(bits))));

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("-0.0e10", "0")]
    [InlineData("1.0", "1")]
    [InlineData("1e0", "1")]
    [InlineData("100E-2", "1")]
    [InlineData("10", "10")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("1e5", "100000")]
    [InlineData("123456.789e3", "123456789")]
    [InlineData("1e15", "1000000000000000")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1e-400", "0")]
    [InlineData("0.00001234", "0.00001234")]
    public void Number_any_spelling_becomes_one(string literal, string expected) => Assert.Equal(expected, Canonical(literal));

    [Fact]
    public void Number_every_double_reads_back()
    {
        var doubles = ArbMap.Default.GeneratorFor<ulong>().Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite);
        Prop.ForAll(doubles.ToArbitrary(), value =>
            double.Parse(Canonical(Literal(value)), CultureInfo.InvariantCulture).Equals(value + 0.0)).QuickCheckThrowOnFailure();
    }

    // 17 digits always name the double; the canonical form must find the shorter one by itself.
    private static string Literal(double value) => value.ToString("E16", CultureInfo.InvariantCulture);
}
