namespace MicroApps.Detection.Tests;

/// <summary>What is found in text that holds nothing is an alarm too many: none at all in a quarter of a megabyte of each kind.</summary>
[Trait("Spec", "RED-1")]
public sealed class FalsePositiveTests
{
    private const int Length = 250_000;

    public static TheoryData<string> Kinds => [.. Decoys.Kinds.Select(k => k.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_that_only_looks_like_something_gives_no_finding(string kind)
    {
        var text = Decoys.Text(Decoys.Kinds.Single(k => k.Kind == kind).Line, seed: 20261124, Length);

        var findings = TextScanner.Default.Scan(text);

        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(10).Select(f => $"{f.Type} {f.Score:F2}: {Line(text, f)}")));
    }

    private static string Line(string text, Finding finding)
    {
        var start = text.LastIndexOf('\n', finding.Start) + 1;
        return text[start..finding.Start] + "»" + text[finding.Start..finding.End] + "«" + text[finding.End..text.IndexOf('\n', finding.End)];
    }
}
