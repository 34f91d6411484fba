namespace MicroApps.Detection.Tests.WorldIds;

/// <summary>Numbers of daily work that are nobody's.</summary>
public class DecoyTests
{
    [Theory]
    [InlineData("The release of 2026-03-05 replaces 2025-11-30 (see 20260305).")]
    [InlineData("Order 100234987 was shipped on 03/05/2026 with 12 items at 1,299.00 each.")]
    [InlineData("The request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 failed twice.")]
    [InlineData("ISBN 978-0-7735-3084-3 and EAN 4006381333931 are in stock.")]
    [InlineData("Version 10.0.26100 needs build 4.8.9037 or later, not 1.2.3-rc4.")]
    [InlineData("Revenue grew from 1 234 567 to 2 345 678 in the year.")]
    [InlineData("CUSIP 949915177, CAS 12627-53-1, LEI 213800699Y1P5GMARI40.")]
    [InlineData("commit 1048656659ab and ticket ABC-1234 close row 2041 of table T01")]
    [InlineData("The population is 331002651 and the area 9833517 square kilometres.")]
    [Trait("Spec", "RED-1")]
    public void Scan_numbers_that_are_nobody_s_finds_nothing(string text) =>
        Assert.Equal([], TextScanner.Default.Scan(text).Select(f => $"{f.Type} {text.Substring(f.Start, f.Length)}"));

    [Fact]
    [Trait("Spec", "RED-1")]
    public void IdFormats_bare_digits_never_count_without_a_word()
    {
        var bare = IdFormats.All.Where(f => f.Shape.Length <= 11 && f.Shape.All(c => c == '9'));
        Assert.All(bare, f => Assert.InRange(f.Alone, 0, 0.49));
    }
}
