using System.Collections.ObjectModel;
using System.Text;
using MicroApps.Detection;

namespace MicroApps;

/// <summary>Redacts the texts of one request.</summary>
internal sealed class Redactor(RedactionPlan plan, PlaceholderMap map, KeyRing keys, FindingTally tally)
{
    private const int MaxPasses = 8;
    private SortedDictionary<string, int>? _blocked;

    public RedactionRefusal? Blocked => _blocked is null ? null : Refuse(_blocked);

    /// <summary>Redacts parts that belong together: a value may begin in one and end in the next.</summary>
    /// <remarks>A value that touches another is found only once the other has become a placeholder, so the result is looked at again until nothing more comes up.</remarks>
    public void Redact(IReadOnlyList<TextPart> parts, int first, int count)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var whole = count == 1 ? parts[first].Text : string.Concat(parts.Skip(first).Take(count).Select(p => p.Text));
            var edits = FindEdits(whole, parts[first].Origin, isFirst: pass == 0);
            if (edits.Count == 0)
                return;

            var start = 0;
            for (var i = first; i < first + count; i++)
            {
                var text = parts[i].Text;
                parts[i].Replace(Apply(text, start, edits));
                start += text.Length;
            }
        }
    }

    private List<Edit> FindEdits(string text, TextOrigin origin, bool isFirst)
    {
        var findings = plan.RequestScanner.Scan(text);
        var edits = new List<Edit>(findings.Count);
        foreach (var finding in findings)
        {
            // What is found around a placeholder of the pass before is no value of the user's.
            if (!isFirst && plan.Syntax.TryFind(text.AsSpan(finding.Start, finding.Length), 0, afterWord: false, out _))
                continue;

            var value = text.Substring(finding.Start, finding.Length);
            tally.AddRequest(finding.Type.Name);
            edits.Add(new Edit(finding.Start, finding.Length, Replacement(finding.Type, value)));
        }

        if (text.Contains('_', StringComparison.Ordinal))
            AddLiterals(text, origin, edits, isFirst);
        return edits;
    }

    private string Replacement(EntityType type, string value)
    {
        switch (plan.ForRequest(type))
        {
            case RedactionAction.Pseudonymise:
                return map.GetOrAdd(type.Label, type.Name, value).Placeholder;
            case RedactionAction.Hash:
                return $"[{type.Label}#{Short(keys.Commit(value))}]";
            case RedactionAction.Block:
                _blocked ??= new(StringComparer.Ordinal);
                _blocked[type.Name] = _blocked.GetValueOrDefault(type.Name) + 1;
                return $"[{type.Label}]";
            default:
                return $"[{type.Label}]";
        }
    }

    // Text that already looks like a placeholder. In what a tool was told or has answered it may be one of ours, and then it stays;
    // everywhere else somebody typed it, and it must come back as it was, never as a value.
    private void AddLiterals(string text, TextOrigin origin, List<Edit> edits, bool isFirst)
    {
        var findings = edits.Count;
        var next = 0;
        for (var from = 0; plan.Syntax.TryFind(text, from, afterWord: false, out var match); from = match.End)
        {
            var entry = map.Find(match.Label, match.Number);
            var isOurs = entry is not null && (isFirst
                ? origin is TextOrigin.ToolArguments or TextOrigin.ToolResult
                // Whatever was typed in this very form became a literal in the first pass: what stands here now was put here by us.
                : text.AsSpan(match.Start, match.Length).SequenceEqual(entry.Placeholder));
            while (next < findings && edits[next].End <= match.Start)
                next++;
            if (isOurs || (next < findings && edits[next].Start < match.End))
                continue;

            // Percent-encoded brackets stay: they belong to the word that follows, and without them it could be a value that the scan did not see.
            var bracket = text[match.Start] == '%' ? "%5B".Length : 0;
            var literal = text[(match.Start + bracket)..(match.End - bracket)];
            edits.Add(new Edit(match.Start + bracket, literal.Length, map.GetOrAdd(PlaceholderMap.LiteralLabel, PlaceholderMap.LiteralLabel, literal).Placeholder));
        }

        if (edits.Count > findings)
            edits.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    // The part of the edited whole that begins at `offset` and is `text` long. A replacement stands where its value begins.
    private static string Apply(string text, int offset, List<Edit> edits)
    {
        var output = new StringBuilder(text.Length);
        var done = 0;
        foreach (var edit in edits)
        {
            var start = edit.Start - offset;
            var end = edit.End - offset;
            if (end <= 0 || start >= text.Length)
                continue;

            output.Append(text, done, Math.Max(start, done) - done);
            if (start >= 0)
                output.Append(edit.Replacement);
            done = Math.Min(end, text.Length);
        }

        return done == 0 && output.Length == 0 ? text : output.Append(text, done, text.Length - done).ToString();
    }

    private static string Short(string commitment)
    {
        var mac = commitment.AsSpan(commitment.LastIndexOf(':') + 1);
        return mac[..16].ToString();
    }

    private static RedactionRefusal Refuse(SortedDictionary<string, int> blocked)
    {
        var list = string.Join(", ", blocked.Select(b => $"{b.Value} × {b.Key}"));
        return new RedactionRefusal(
            "redaction.blocked",
            $"The request holds values that must not leave: {list}.",
            "Remove them from the text. What is blocked stands in microapp.yaml under 'redaction'.",
            new ReadOnlyDictionary<string, int>(blocked));
    }

    private readonly record struct Edit(int Start, int Length, string Replacement)
    {
        public int End => Start + Length;
    }
}
