using System.Text;

namespace MicroApps;

/// <summary>
/// Reads tables with a separator (RFC 4180; also semicolons, which spreadsheets write in many countries). The first row names the columns,
/// unless a value stands in it: then it is a record as well, and columns are told by their number.
/// </summary>
internal static class DelimitedRecords
{
    // A quotation mark that nothing closes does not take the rest of the file with it.
    private const int LongestCell = 64 * 1024;

    public static IEnumerable<IReadOnlyList<SourceField>> Read(string path, char separator, Func<string, bool> isName)
    {
        using var reader = new StreamReader(path);
        string[]? names = null;
        var line = 1;
        while (ReadRow(reader, ref separator, names is null, out var lines) is { } cells)
        {
            var isHead = names is null && cells.All(isName);
            names ??= isHead ? cells : [];
            if (!isHead)
                yield return [.. cells.Select((cell, i) => FieldOf(names, i, cell, line)).Where(f => f.Text.Length > 0)];
            line += lines;
        }
    }

    private static SourceField FieldOf(string[] names, int column, string cell, int line) => column < names.Length && names[column].Length > 0
        ? new(names[column], cell, line)
        : new(null, cell, line, Place: $"column {column + 1}");

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
            // A line end inside quotes belongs to the cell; an open quote closes at the end of the file.
            if (!isQuoted || cell.Length > LongestCell || reader.ReadLine() is not { } next)
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
