using MicroApps.Detection;

namespace MicroApps.Names.Tests;

[Trait("Spec", "RED-1")]
public class NameRecognizerTests
{
    private static readonly NameRecognizer Recognizer = new();

    [Theory]
    [InlineData("My name is Priya Raghunathan and I live in Rotterdam.", "PERSON Priya Raghunathan", "LOCATION Rotterdam")]
    [InlineData("Dear Mr. Oduya,\nthank you for your order.", "PERSON Oduya")]
    [InlineData("Name: Katarzyna Nowak\nCity: Gdańsk", "PERSON Katarzyna Nowak", "LOCATION Gdańsk")]
    [InlineData("Tom Weller told Anna Lindqvist that the shop in Bristol is closed.", "PERSON Tom Weller", "PERSON Anna Lindqvist", "LOCATION Bristol")]
    [InlineData("Kind regards,\nHenrik Sørensen", "PERSON Henrik Sørensen")]
    [InlineData("She works for Northwind Traders Ltd in Manchester.", "ORGANIZATION Northwind Traders Ltd", "LOCATION Manchester")]
    public void Recognize_names_in_sentences_letters_and_forms(string text, params string[] names) =>
        Assert.Equal(names, Find(text));

    [Theory]
    [InlineData("The meeting is on Friday, please bring the report.")]
    [InlineData("for (var i = 0; i < items.Count; i++) { total += items[i].Price; }")]
    [InlineData("SELECT id, name FROM orders WHERE status = 'open' ORDER BY created;")]
    [InlineData("{\"id\": 4711, \"state\": \"open\", \"items\": [1, 2, 3]}")]
    [InlineData("2026-11-20T08:47:22Z INFO [60] request took 221 ms status=200")]
    [InlineData("")]
    [InlineData("  \n\n\t ")]
    [InlineData("12345 67890 --- !!!")]
    public void Recognize_nothing_where_no_name_is(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D Anna\uD83D")]
    [InlineData("\0\0Anna\0")]
    [InlineData("名前はアンナです。")]
    [InlineData("\u202EannA\u202C \u200Banna")]
    public void Recognize_odd_text_gives_places_inside_it(string text)
    {
        var findings = new List<Finding>();
        Recognizer.Recognize(text, findings);
        Assert.All(findings, f => Assert.InRange(f.End, f.Start + 1, text.Length));
    }

    [Fact]
    public void Recognize_long_text_without_lines_or_sentences()
    {
        var text = string.Concat(Enumerable.Repeat("my friend Marta Kowalska and ", 50_000));
        var findings = new List<Finding>();
        Recognizer.Recognize(text, findings);
        Assert.True(findings.Count > 45_000);
        Assert.All(findings, f => Assert.InRange(f.End, f.Start + 1, text.Length));
    }

    [Fact]
    public void Recognize_on_many_threads_gives_the_same()
    {
        const string Text = "Yesterday Miguel Santos met Dr. Helga Brandt of Fabrikam GmbH in Zürich.\nMiguel: call Helga.";
        var expected = Find(Text);
        Assert.NotEmpty(expected);
        Parallel.For(0, 200, _ => Assert.Equal(expected, Find(Text)));
    }

    [Fact]
    public void Scanner_lets_what_has_a_form_win()
    {
        var scanner = new TextScanner(new TextScannerOptions { Recognizers = { Recognizer } });
        const string Text = "Please write to Anna Lindqvist, anna.lindqvist@contoso.com, in Malmö.";
        Assert.Equal(["PERSON Anna Lindqvist", "EMAIL_ADDRESS anna.lindqvist@contoso.com", "LOCATION Malmö"], scanner.Scan(Text).Select(f => $"{f.Type} {Text.Substring(f.Start, f.Length)}"));
    }

    private static List<string> Find(string text)
    {
        var findings = new List<Finding>();
        Recognizer.Recognize(text, findings);
        return [.. findings.Select(f => $"{f.Type} {text.Substring(f.Start, f.Length)}")];
    }
}
