using MicroApps.Detection.Tests.WorldIds;
using MicroApps.Tests;

namespace MicroApps.Detection.Tests.Europe;

/// <summary>Examples of the identifiers of Europe, and what their schemes refuse.</summary>
[Trait("Spec", "RED-1")]
public class EuropeanNumberTests
{
    public static TheoryData<string, string, string, bool> Numbers
    {
        get
        {
            var data = new TheoryData<string, string, string, bool>();
            foreach (var (type, word, number, seesEachChange) in NumberExamples.Europe)
                data.Add(type, word, number, seesEachChange);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Scan_number_near_its_word_is_found(string type, string word, string number, bool seesEachChange)
    {
        Assert.Equal([number], Texts.Find(type, $"The {word} on file is {number}, please check."));
        if (seesEachChange)
            Assert.All(Changes(number), changed => Assert.DoesNotContain(changed, Texts.Find(type, $"The {word} on file is {changed}, please check.")));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Scan_number_inside_a_longer_word_is_not_found(string type, string word, string number, bool seesEachChange) =>
        Assert.Equal((0, seesEachChange), (Texts.Find(type, $"{word} x{number}y9").Count, seesEachChange));

    [Theory]
    [InlineData("FI_PERSONAL_IDENTITY_CODE", "hetu", "131052-000V")]
    [InlineData("IT_FISCAL_CODE", "codice fiscale", "CNTCHR83T32D969H")]
    [InlineData("UK_VEHICLE_REGISTRATION", "number plate", "AB35 ABC")]
    [InlineData("DE_TAX_ID", "Steuer-ID", "36554266806")]
    [InlineData("ES_NIE", "NIE", "A2482300W")]
    public void Scan_number_that_the_scheme_refuses_is_not_found(string type, string word, string number) =>
        Assert.Empty(Texts.Find(type, $"The {word} on file is {number}, please check."));

    private static IEnumerable<string> Changes(string number) =>
        from place in Enumerable.Range(0, number.Length)
        where char.IsAsciiDigit(number[place])
        from digit in "0123456789"
        where digit != number[place]
        select number[..place] + digit + number[(place + 1)..];
}
