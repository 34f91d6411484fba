using System.Text.RegularExpressions;

namespace MicroApps.Analyzers;

/// <summary>Changes the text of a manifest, at the place and in the form that the file has; comments and line ends stay. Gives null where the place is not certain.</summary>
internal sealed class ManifestEdit
{
    private static readonly Regex s_plain = new("^[A-Za-z0-9][A-Za-z0-9._/@-]*(:[A-Za-z0-9._/@-]+)*$");

    private readonly string _newLine;
    private readonly YamlMap? _root;
    private readonly List<string> _lines;

    public ManifestEdit(string text)
    {
        _newLine = text.Contains("\r\n") ? "\r\n" : "\n";
        _lines = [.. text.Replace("\r\n", "\n").Split('\n')];
        Before = ManifestText.Read(text, ManifestSource.Name, hash: null);
        // Fields in lines of their own, at the beginning of the line.
        _root = Before.Root is YamlMap { Entries: [{ Key.Column: 1 } first, ..] } root && !At(first.Key.Line, 1, '{') ? root : null;
    }

    public ManifestReading Before { get; }

    /// <summary>An item for the list of a section, which is made when it is not there.</summary>
    public string? AddItem(string section, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (_root is null)
            return null;
        var entry = _root[section];
        if (entry is null)
            return Insert(LineFor(section), [section + ":", .. Block(new(' ', Indentation()), fields)]);
        if (entry is not YamlList list)
            return null;
        if (list.Items.Count > 0)
            return At(list.Line, list.Column, '-')
                ? Insert(EndOf(section), At(list.Items[list.Items.Count - 1], '{') ? [Flow(new(' ', list.Column - 1), fields)] : [.. Block(new(' ', list.Column - 1), fields)]) : null;
        var line = _lines[list.Line - 1];
        if (!line.Substring(list.Column - 1).StartsWith("[]", StringComparison.Ordinal))
            return null;
        _lines[list.Line - 1] = line.Substring(0, list.Column - 1).TrimEnd() + line.Substring(list.Column + 1);
        return Insert(list.Line, [.. Block(new(' ', Indentation()), fields)]);
    }

    /// <summary>A field of the root, in the order in which the guide lists them.</summary>
    public string? AddField(string name, string value) => _root is null ? null : Insert(LineFor(name), [$"{name}: {value}"]);

    /// <summary>Another name for the field at a place.</summary>
    public string? RenameField(int line, int column, string name, string other)
    {
        var text = _lines[line - 1];
        if (string.CompareOrdinal(text, column - 1, name + ":", 0, name.Length + 1) != 0)
            return null;
        _lines[line - 1] = text.Substring(0, column - 1) + other + text.Substring(column - 1 + name.Length);
        return string.Join(_newLine, _lines);
    }

    /// <summary>The text without the field at a place, which begins its line, and without what belongs to it.</summary>
    public string? RemoveField(int line, int column)
    {
        if (_lines[line - 1].Substring(0, column - 1).Trim().Length > 0 || _root is null)
            return null;
        var end = line;
        for (var i = line; i < _lines.Count && (_lines[i].Trim().Length == 0 || Belongs(_lines[i], column)); i++)
            if (_lines[i].Trim().Length > 0)
                end = i + 1;
        _lines.RemoveRange(line - 1, end - line + 1);
        return string.Join(_newLine, _lines);
    }

    /// <summary>A value as YAML writes it.</summary>
    public static string Scalar(string text) => s_plain.IsMatch(text) && new YamlScalar(1, 1, text, quoted: false).IsText ? text : "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static string Flow(string indent, IReadOnlyList<KeyValuePair<string, string>> fields) => $"{indent}- {{ {string.Join(", ", fields.Select(f => $"{f.Key}: {f.Value}"))} }}";

    private static IEnumerable<string> Block(string indent, IReadOnlyList<KeyValuePair<string, string>> fields) =>
        fields.Select((f, i) => $"{indent}{(i == 0 ? "- " : "  ")}{f.Key}: {f.Value}");

    // As the lists that are there.
    private int Indentation()
    {
        foreach (var entry in _root!.Entries)
            if (entry.Value is YamlList { Items.Count: > 0 } list && At(list.Line, list.Column, '-'))
                return list.Column - 1;
        return 2;
    }

    private int LineFor(string field)
    {
        var order = ManifestShape.Root.Fields.Select(f => f.Name).ToList();
        var last = _root!.Entries.Select(e => e.Key.Text).Where(name => order.IndexOf(name) < order.IndexOf(field)).OrderBy(name => order.IndexOf(name)).LastOrDefault();
        return last is null ? _root.Entries[0].Key.Line - 1 : EndOf(last);
    }

    /// <summary>The line after which a section ends: before the blank lines and comments that lead over to the next.</summary>
    private int EndOf(string section)
    {
        var (start, end) = (0, _lines.Count);
        foreach (var entry in _root!.Entries)
            if (entry.Key.Text == section)
                start = entry.Key.Line;
            else if (start > 0 && entry.Key.Line > start)
                end = Math.Min(end, entry.Key.Line - 1);
        while (end > start && (_lines[end - 1].Trim().Length == 0 || _lines[end - 1].TrimStart()[0] == '#' || _lines[end - 1] is "---" or "..."))
            end--;
        return end;
    }

    private string Insert(int line, IEnumerable<string> added)
    {
        var result = new List<string>(_lines);
        result.InsertRange(line, added);
        if (line == _lines.Count)
            result.Add("");
        return string.Join(_newLine, result);
    }

    // Deeper, or an item of a list that is written as deep as its name.
    private static bool Belongs(string line, int column)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        return indent > column - 1 || (indent == column - 1 && line.Substring(indent).StartsWith("- ", StringComparison.Ordinal));
    }

    private bool At(YamlNode node, char sign) => At(node.Line, node.Column, sign);

    private bool At(int line, int column, char sign) => line <= _lines.Count && column <= _lines[line - 1].Length && _lines[line - 1][column - 1] == sign;
}
