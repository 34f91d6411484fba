using System.Text.Json;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>Which lines were reached, as JSON of the form of OPA's, and as a table.</summary>
internal static class PolicyCoverage
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<RegoCoverage> coverage)
    {
        json.WriteStartObject("files");
        foreach (var file in coverage)
        {
            json.WriteStartObject(file.File);
            WriteRanges(json, "covered", file.Covered);
            WriteRanges(json, "not_covered", file.NotCovered);
            json.WriteNumber("covered_lines", file.Covered.Count);
            json.WriteNumber("not_covered_lines", file.NotCovered.Count);
            json.WriteNumber("coverage", Math.Round(file.CoveredPercent, 2));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("covered_lines", coverage.Sum(c => c.Covered.Count));
        json.WriteNumber("not_covered_lines", coverage.Sum(c => c.NotCovered.Count));
        json.WriteNumber("coverage", Math.Round(new RegoTestReport([], coverage).CoveredPercent, 2));
    }

    private static void WriteRanges(Utf8JsonWriter json, string name, IReadOnlyList<int> lines)
    {
        json.WriteStartArray(name);
        foreach (var (first, last) in Ranges(lines))
        {
            json.WriteStartObject();
            json.WriteStartObject("start");
            json.WriteNumber("row", first);
            json.WriteEndObject();
            json.WriteStartObject("end");
            json.WriteNumber("row", last);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(TextWriter output, IReadOnlyList<RegoCoverage> coverage)
    {
        var table = new TextTable("FILE", ">COVERED", "LINES NOT REACHED");
        foreach (var file in coverage)
        {
            var missed = Ranges(file.NotCovered).Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}");
            table.Add(file.File, FormattableString.Invariant($"{file.CoveredPercent:F1} %"), string.Join(", ", missed));
        }

        table.Add("all", FormattableString.Invariant($"{new RegoTestReport([], coverage).CoveredPercent:F1} %"), "");
        table.Write(output);
    }

    /// <summary>The lines as ranges: 1-3, 7.</summary>
    private static IEnumerable<(int First, int Last)> Ranges(IReadOnlyList<int> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var first = i++;
            while (i < lines.Count && lines[i] == lines[i - 1] + 1)
                i++;
            yield return (lines[first], lines[i - 1]);
        }
    }
}
