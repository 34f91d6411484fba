using System.Text;

namespace MicroApps;

/// <summary>Reads plain text: each line is a record that knows the line before it; a key in PEM (RFC 7468), which goes over many lines, is one.</summary>
internal static class TextRecords
{
    private const int LongestLead = 128;
    private const int LongestBlock = 16 * 1024;

    public static IEnumerable<IReadOnlyList<SourceField>> Read(TextReader text, int firstLine = 1)
    {
        var (lead, block, begin) = ("", new StringBuilder(), 0);
        foreach (var (line, number) in TextLines.Read(text, firstLine))
        {
            if (block.Length > 0)
                block.Append('\n').Append(line);
            else if (string.IsNullOrWhiteSpace(line))
                continue;
            else if (Opens(line))
                (begin, block) = (number, block.Append(line));
            else
                yield return [new SourceField(null, line, number, lead)];
            if (block.Length > LongestBlock || (block.Length > 0 && line.Contains("-----END ", StringComparison.Ordinal)))
            {
                yield return [new SourceField(null, block.ToString(), begin, lead)];
                block.Clear();
            }

            lead = LeadOf(line);
        }

        if (block.Length > 0)
            yield return [new SourceField(null, block.ToString(), begin)];
    }

    private static bool Opens(string line) => line.LastIndexOf("-----BEGIN ", StringComparison.Ordinal) > line.LastIndexOf("-----END ", StringComparison.Ordinal);

    private static string LeadOf(string line) =>
        line.Length <= LongestLead ? line + '\n' : line.IndexOf(' ', line.Length - LongestLead) is var space and >= 0 ? line[space..] + '\n' : "";
}
