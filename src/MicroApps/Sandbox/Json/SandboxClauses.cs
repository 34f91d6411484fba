using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>Cuts a request into the things it asks for.</summary>
internal static partial class SandboxClauses
{
    /// <summary>The clauses of <paramref name="text"/>; quoted text is never cut.</summary>
    public static List<string> Of(string text)
    {
        var quotes = SandboxPatterns.Quoted().Matches(text);
        var clauses = new List<string>();
        var start = 0;
        foreach (Match cut in Joint().Matches(text))
        {
            if (quotes.Any(quote => cut.Index > quote.Index && cut.Index < quote.Index + quote.Length))
                continue;
            Add(text[start..cut.Index]);
            start = cut.Index + cut.Length;
        }
        Add(text[start..]);
        return clauses;

        void Add(string clause)
        {
            if (clause.Trim() is { Length: > 0 } trimmed)
                clauses.Add(trimmed);
        }
    }

    [GeneratedRegex(@"(?<=[\p{L}\d""'\])])[;?!\n]\s?|(?<=[\p{L}""'\])]{2})\.\s|,\s(?:and |then |und |dann |et |puis |y |luego |e |poi |en |dan )?|\s(?:and then|and|then|und dann|und|et|y|e|sowie)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
