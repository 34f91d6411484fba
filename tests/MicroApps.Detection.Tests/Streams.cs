namespace MicroApps.Detection.Tests;

/// <summary>Runs a text through a stream in pieces and gives back what came out.</summary>
internal static class Streams
{
    public static (string Text, List<Finding> Findings) Run(TextScanner scanner, string text, IEnumerable<int> cuts, bool passThrough = true)
    {
        var stream = scanner.CreateStream();
        var output = new System.Text.StringBuilder();
        var findings = new List<Finding>();
        var from = 0;
        foreach (var cut in cuts.Where(c => c > 0 && c < text.Length).Order().Append(text.Length))
        {
            var chunk = text.AsSpan(from..cut);
            from = cut;
            if (passThrough && stream.TryPassThrough(chunk))
            {
                output.Append(chunk);
                continue;
            }

            stream.Append(chunk);
            Take(stream, output, findings);
        }

        stream.Complete();
        Take(stream, output, findings);
        return (output.ToString(), findings);
    }

    public static void Take(StreamScanner stream, System.Text.StringBuilder output, List<Finding> findings)
    {
        findings.AddRange(stream.Findings.Select(f => f with { Start = f.Start + output.Length }));
        output.Append(stream.Final);
        stream.Consume();
    }
}
