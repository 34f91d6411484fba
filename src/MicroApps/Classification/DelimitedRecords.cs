using System.Text;

namespace MicroApps;

/// <summary>Reads tables with a separator (RFC 4180; also semicolons, which spreadsheets write in many countries). The first row names the columns.</summary>
internal static class DelimitedRecords
{
    public static IEnumerable<IReadOnlyList<SourceField>> Read(string path, char separator)
    {
        using var reader = new StreamReader(path);
        string[]? names = null;
        var line = 1;
        while (ReadRow(reader, ref separator, names is null, out var lines) is { } cells)
        {
            if (names is null)
                names = cells;
            else
                yield return [.. cells.Select((cell, i) => new SourceField(i < names.Length ? names[i] : null, cell, line)).Where(f => f.Text.Length > 0)];
            line += lines;
        }
    }

    private static string[]? ReadRow(StreamReader reader, ref char separator, bool isFirst, out int lines)
    {
        lines = 0;
        if (reader.ReadLine() is not { } text)
            return null;
        lines = 1;
        if (isFirst && separator == ',' && text.Count(c => c == ';') > text.Count(c => c == ','))
            separator = ';';
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        while (true)
        {
            Split(text, separator, cells, cell, ref isQuoted);
            // A line end inside quotes belongs to the cell; an open quote at the end of the file closes there.
            if (!isQuoted || reader.ReadLine() is not { } next)
                break;
            cell.Append('\n');
            text = next;
            lines++;
        }

        Next(cells, cell);
        return [.. cells];
    }

    private static void Split(string text, char separator, List<string> cells, StringBuilder cell, ref bool isQuoted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (c == separator && !isQuoted)
                Next(cells, cell);
            else
                cell.Append(c);
        }
    }

    private static void Next(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }
}
