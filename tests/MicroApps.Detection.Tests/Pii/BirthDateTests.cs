using MicroApps.Detection.Tests.WorldIds;

namespace MicroApps.Detection.Tests.Pii;

public class BirthDateTests
{
    public static TheoryData<string, string> Dates => new()
    {
        { "Date of birth: ", "1980-03-05" },
        { "DOB: ", "03/05/1980" },
        { "DOB ", "3/5/80" },
        { "\"date_of_birth\": \"", "19800305" },
        { "She was born on ", "March 5, 1980" },
        { "He was born ", "5th of March 1980" },
        { "geboren am ", "5. März 1980" },
        { "Geburtsdatum: ", "05.03.1980" },
        { "née le ", "5 mars 1980" },
        { "fecha de nacimiento: ", "5 de marzo de 1980" },
        { "data de nascimento ", "05-03-1980" },
        { "nato il ", "5 marzo 1980" },
        { "生年月日：", "1980年3月5日" },
        { "생년월일: ", "1980년 3월 5일" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    [Trait("Spec", "RED-1")]
    public void Scan_date_behind_its_words_is_found(string words, string date) => Assert.Equal([date], Texts.Find("DATE_OF_BIRTH", $"{words}{date}\"."));

    [Theory]
    [MemberData(nameof(Dates))]
    [Trait("Spec", "RED-1")]
    public void Scan_date_of_something_else_is_not_found(string words, string date)
    {
        Assert.NotEmpty(words);
        Assert.Empty(Texts.Find("DATE_OF_BIRTH", $"The contract ends {date}."));
    }

    [Theory]
    [InlineData("DOB: 1980-13-05")]
    [InlineData("DOB: 31/31/1980")]
    [InlineData("born in 1980")]
    [InlineData("DOB 1980-03-05, visit 2024-01-02", "1980-03-05")]
    [InlineData("stubborn 12/12/2012")]
    [Trait("Spec", "RED-1")]
    public void Scan_other_numbers_are_not_found(string text, params string[] found) => Assert.Equal(found, Texts.Find("DATE_OF_BIRTH", text));

    [Theory]
    [MemberData(nameof(Dates))]
    [Trait("Spec", "RED-3")]
    public void Stream_of_single_characters_finds_the_same(string words, string date)
    {
        var text = $"{words}{date} and so on";
        var (output, findings) = Streams.Run(TextScanner.Default, text, Enumerable.Range(0, text.Length));
        Assert.Equal(text, output);
        Assert.Equal(TextScanner.Default.Scan(text), findings);
    }
}
