using System.Text;

namespace MicroApps.Rego;

/// <content>Text behind <c>|</c> and <c>&gt;</c>.</content>
internal sealed partial class YamlReader
{
    /// <summary>Reads text behind | or &gt;: lines as they are, or folded.</summary>
    private string ReadBlockText(int least, int outer)
    {
        var (isFolded, chomp, indent) = (_text[_at++] == '>', ' ', 0);
        for (; _at < _text.Length && _text[_at] is '+' or '-' or (>= '1' and <= '9'); _at++)
            if (_text[_at] is '+' or '-')
                chomp = _text[_at];
            else
                indent = least + _text[_at] - '0';
        SkipSpaces();
        if (_at < _text.Length && _text[_at] == '#')
            SkipLine();
        if (_at < _text.Length && _text[_at] != '\n')
            throw new YamlException("yaml: did not find expected comment or line break");
        var lines = new List<string>();
        for (_at++; _at < _text.Length;)
        {
            var end = _text.IndexOf('\n', _at) is var found and >= 0 ? found : _text.Length;
            var line = _text.Substring(_at, end - _at);
            var depth = line.Length - line.TrimStart(' ').Length;
            if (depth == line.Length && (indent == 0 || depth < indent))
                line = "";
            else if (indent == 0 && depth > outer)
                indent = depth;
            else if (depth < Math.Max(indent, outer + 1))
                break;
            lines.Add(line.Length >= indent ? line.Substring(indent) : "");
            _at = end + 1;
            // A last line without its end gets none.
            chomp = end == _text.Length ? '-' : chomp;
        }

        // The next line begins where the text ends.
        _at = Math.Min(_at, _text.Length);
        return Join(lines, isFolded, chomp);
    }

    private static string Join(List<string> lines, bool isFolded, char chomp)
    {
        var count = lines.Count;
        while (count > 0 && lines[count - 1].Length == 0)
            count--;
        var (result, blanks) = (new StringBuilder(), 0);
        for (var i = 0; i < count; i++)
        {
            if (lines[i].Length == 0)
            {
                blanks++;
                continue;
            }

            var isLiteral = !isFolded || i == blanks || lines[i][0] == ' ' || lines[i - blanks - 1][0] == ' ';
            if (i == blanks)
                result.Append('\n', blanks);
            else
                result.Append(isLiteral || blanks > 0 ? '\n' : ' ', isLiteral ? blanks + 1 : Math.Max(blanks, 1));
            result.Append(lines[i]);
            blanks = 0;
        }

        var last = chomp == '-' ? 0 : chomp == '+' ? lines.Count - count + (count > 0 ? 1 : 0) : count > 0 ? 1 : 0;
        return result.Append('\n', last).ToString();
    }
}
