namespace MicroApps.Detection.Tests.Custom;

public class TextRecognizerTests
{
    private static readonly EntityType Name = new("NAME", "NAME", EntityKind.Pii);

    [Fact]
    public void What_is_recognised_keeps_the_room_that_forms_leave()
    {
        var card = "4111 1111 1111 1111";
        Assert.Equal(
            ["NAME=Anna Visa", $"CREDIT_CARD={card}", "NAME=Berg"],
            Found($"[Anna Visa {card} Berg] came"));
    }

    [Fact]
    public void What_lies_in_a_form_gives_way() => Assert.Equal(["EMAIL_ADDRESS=anna@contoso.com"], Found("Ask [anna@contoso].com or so".Replace("[", "").Replace("]", "")));

    [Fact]
    public void Paragraphs_come_whole_and_no_longer_than_promised()
    {
        var recognizer = new Brackets();
        Found("one\ntwo\n\nthree\r\n\r\nfour", recognizer);
        Assert.Equal(["one\ntwo\n\n", "three\r\n\r\n", "four"], recognizer.Seen);
        recognizer.Seen.Clear();
        Found(new string('x', 20_000) + " " + string.Concat(Enumerable.Repeat("word ", 2000)), recognizer);
        Assert.All(recognizer.Seen, p => Assert.InRange(p.Length, 1, TextRecognizer.MaxLength));
    }

    [Fact]
    public void Wrong_positions_and_types_are_an_error()
    {
        Assert.Throws<InvalidOperationException>(() => Found("abc", new Wrong(new(2, 2, Name, 1))));
        Assert.Throws<InvalidOperationException>(() => Found("abc", new Wrong(new(-1, 2, Name, 1))));
        Assert.Throws<InvalidOperationException>(() => Found("abc", new Wrong(new(0, 1, EntityTypes.Jwt, 1))));
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_lets_a_paragraph_go_when_it_is_complete()
    {
        var stream = Scanner(new Brackets()).CreateStream();
        stream.Append("Hello [Anna]\n");
        Assert.Equal(13, stream.HeldBack);
        stream.Append("\nNext");
        Assert.Equal(4, stream.HeldBack);
        Assert.Single(stream.Findings);
    }

    private static string[] Found(string text, TextRecognizer? recognizer = null) =>
        [.. Scanner(recognizer ?? new Brackets()).Scan(text).Select(f => $"{f.Type}={text.Substring(f.Start, f.Length)}")];

    private static TextScanner Scanner(TextRecognizer recognizer)
    {
        var options = new TextScannerOptions();
        options.Recognizers.Add(recognizer);
        return new(options);
    }

    private sealed class Brackets() : TextRecognizer(Name)
    {
        public List<string> Seen { get; } = [];

        public override void Recognize(ReadOnlySpan<char> text, ICollection<Finding> findings)
        {
            Seen.Add(text.ToString());
            var (open, close) = (text.IndexOf('['), text.IndexOf(']'));
            if (open >= 0 && close > open + 1)
                findings.Add(new(open + 1, close - open - 1, Name, 0.9));
        }
    }

    private sealed class Wrong(Finding finding) : TextRecognizer(Name)
    {
        public override void Recognize(ReadOnlySpan<char> text, ICollection<Finding> findings) => findings.Add(finding);
    }
}
