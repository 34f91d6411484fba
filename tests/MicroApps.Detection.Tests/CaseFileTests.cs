namespace MicroApps.Detection.Tests;

/// <summary>The lines of <c>Cases/found.txt</c> and <c>Cases/clean.txt</c>, as whole texts and as streams.</summary>
public class CaseFileTests
{
    public static IEnumerable<object[]> Found => Lines("found.txt").Select(l => l.Split(' ', 2));

    public static TheoryData<string> Clean => [.. Lines("clean.txt")];

    [Theory]
    [MemberData(nameof(Found))]
    [Trait("Spec", "RED-1")]
    public void Scan_line_with_marks_finds_exactly_what_is_marked(string type, string marked)
    {
        var (text, expected) = Unmark(marked);
        var actual = TextScanner.Default.Scan(text).Select(f => $"{f.Type} {text.Substring(f.Start, f.Length)}");
        Assert.Equal(expected.Select(e => $"{type} {e}"), actual);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    [Trait("Spec", "RED-1")]
    public void Scan_line_without_anything_finds_nothing(string text) =>
        Assert.Equal([], TextScanner.Default.Scan(text).Select(f => $"{f.Type} {text.Substring(f.Start, f.Length)}"));

    [Theory]
    [MemberData(nameof(Found))]
    [Trait("Spec", "RED-3")]
    public void Stream_of_single_characters_finds_the_same(string type, string marked)
    {
        var (text, _) = Unmark(marked);
        var (output, findings) = Streams.Run(TextScanner.Default, text, Enumerable.Range(0, text.Length));
        Assert.Equal(text, output);
        Assert.Equal(TextScanner.Default.Scan(text), findings);
        Assert.All(findings, f => Assert.Equal(type, f.Type.Name));
    }

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_all_lines_as_one_text_finds_what_the_lines_hold()
    {
        var texts = Found.Select(row => Unmark((string)row[1]).Text).ToList();
        var text = string.Join("\n\n", texts.Concat(Lines("clean.txt")));
        var addresses = TextScanner.Default.Scan(text).Count(f => f.Type == EntityTypes.EmailAddress);
        Assert.Equal(texts.Sum(t => TextScanner.Default.Scan(t).Count(f => f.Type == EntityTypes.EmailAddress)), addresses);
    }

    private static (string Text, List<string> Values) Unmark(string marked)
    {
        var parts = marked.Split('«', '»');
        return (string.Concat(parts), [.. parts.Where((_, i) => i % 2 == 1)]);
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file)).Where(l => l.Length > 0 && l[0] != '#');
}
