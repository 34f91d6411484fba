using System.Globalization;

namespace MicroApps.Cli;

/// <summary>What differs between two texts, in the unified form.</summary>
internal static class PolicyDiff
{
    private const int Context = 3;

    // Beyond this, the lines between the first and the last difference are shown as replaced.
    private const long MostCells = 4_000_000;

    public static void Write(TextWriter output, string file, string before, string after)
    {
        var edits = Edits(before.Split('\n'), after.Split('\n'));
        output.WriteLine($"--- {Plain.Text(file)}");
        output.WriteLine($"+++ {Plain.Text(file)}");
        for (var i = 0; i < edits.Count;)
        {
            var first = edits.FindIndex(i, e => e.Sign != ' ');
            if (first < 0)
                break;
            var (start, end, last) = (Math.Max(i, first - Context), first + 1, first);
            for (; end < edits.Count && end - last <= 2 * Context; end++)
                last = edits[end].Sign == ' ' ? last : end;
            end = Math.Min(edits.Count, last + Context + 1);
            WriteHunk(output, edits, start, end);
            i = end;
        }
    }

    private static void WriteHunk(TextWriter output, List<(char Sign, string Line)> edits, int start, int end)
    {
        var (oldLine, newLine) = (1 + edits.Take(start).Count(e => e.Sign != '+'), 1 + edits.Take(start).Count(e => e.Sign != '-'));
        var hunk = edits.GetRange(start, end - start);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"@@ -{oldLine},{hunk.Count(e => e.Sign != '+')} +{newLine},{hunk.Count(e => e.Sign != '-')} @@"));
        foreach (var (sign, line) in hunk)
            output.WriteLine($"{sign}{string.Join('\t', line.Split('\t').Select(Plain.Text))}");
    }

    private static List<(char Sign, string Line)> Edits(string[] before, string[] after)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        List<(char, string)> edits = [.. before.Take(head).Select(l => (' ', l))];
        Middle(before[head..^tail], after[head..^tail], edits);
        edits.AddRange(before.TakeLast(tail).Select(l => (' ', l)));
        return edits;
    }

    // By the longest common subsequence.
    private static void Middle(string[] before, string[] after, List<(char Sign, string Line)> edits)
    {
        var common = (long)before.Length * after.Length > MostCells ? null : new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; common is not null && i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (x, y) = (0, 0);
        while (x < before.Length || y < after.Length)
        {
            if (common is not null && x < before.Length && y < after.Length && before[x] == after[y])
                edits.Add((' ', before[x++]));
            else if (x < before.Length && (common is null || y == after.Length || common[x + 1, y] >= common[x, y + 1]))
                edits.Add(('-', before[x++]));
            else
                edits.Add(('+', after[y++]));
            if (edits[^1].Sign == ' ')
                y++;
        }
    }
}
