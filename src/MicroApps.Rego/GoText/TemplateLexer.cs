using System.Text;

namespace MicroApps.Rego;

/// <summary>A token of a template: text between actions, or a part of an action.</summary>
/// <param name="Kind">t text, { and } the ends of an action, w word, f field, v variable, s text in quotes, c character, n number, . dot, p punctuation, e end.</param>
/// <param name="Text">Its text.</param>
/// <param name="At">Where it begins.</param>
/// <param name="IsApart">Whether a space stands before it.</param>
internal readonly record struct TemplateToken(char Kind, string Text, int At, bool IsApart);

/// <summary>Cuts a template of Go's <c>text/template</c> into tokens.</summary>
internal sealed class TemplateLexer(string source)
{
    private const string Spaces = " \t\r\n";

    private readonly List<TemplateToken> _tokens = [];
    private int _at;

    /// <summary>The line of a place, from 1.</summary>
    public static int LineOf(string source, int at)
    {
        var line = 1;
        for (var i = 0; i < at && i < source.Length; i++)
            line += source[i] == '\n' ? 1 : 0;
        return line;
    }

    public IReadOnlyList<TemplateToken> Run()
    {
        var isTrimmed = false;
        while (_at < source.Length)
        {
            var open = source.IndexOf("{{", _at, StringComparison.Ordinal);
            var text = source.Substring(_at, (open < 0 ? source.Length : open) - _at);
            if (isTrimmed)
                text = text.TrimStart(Spaces.ToCharArray());
            isTrimmed = open >= 0 && open + 3 < source.Length && source[open + 2] == '-' && IsSpace(source[open + 3]);
            if (isTrimmed)
                text = text.TrimEnd(Spaces.ToCharArray());
            if (text.Length > 0)
                Add('t', text, _at);
            _at = open < 0 ? source.Length : open + (isTrimmed ? 3 : 2);
            isTrimmed = open >= 0 && ReadAction(open);
        }

        Add('e', "", _at);
        return _tokens;
    }

    /// <summary>Reads up to the end of an action, and tells whether the space behind it goes.</summary>
    private bool ReadAction(int open)
    {
        var start = _at;
        while (start < source.Length && IsSpace(source[start]))
            start++;
        if (string.CompareOrdinal(source, start, "/*", 0, 2) == 0 && (start == _at || source[_at - 1] == '-'))
            return SkipComment(start);
        Add('{', "{{", open);
        while (true)
        {
            var before = _at;
            while (_at < source.Length && IsSpace(source[_at]))
                _at++;
            var isApart = _at > before;
            var isTrimmed = isApart && string.CompareOrdinal(source, _at, "-}}", 0, 3) == 0;
            if (isTrimmed || string.CompareOrdinal(source, _at, "}}", 0, 2) == 0)
            {
                Add('}', "}}", _at);
                _at += isTrimmed ? 3 : 2;
                return isTrimmed;
            }

            if (_at == source.Length)
                throw Error("unclosed action");
            ReadToken(isApart);
        }
    }

    private bool SkipComment(int start)
    {
        var end = source.IndexOf("*/", start + 2, StringComparison.Ordinal);
        if (end < 0)
            throw Error("unclosed comment");
        _at = end + 2;
        var isTrimmed = _at + 4 <= source.Length && IsSpace(source[_at]) && string.CompareOrdinal(source, _at + 1, "-}}", 0, 3) == 0;
        if (!isTrimmed && string.CompareOrdinal(source, _at, "}}", 0, 2) != 0)
            throw Error("comment ends before closing delimiter");
        _at += isTrimmed ? 4 : 2;
        return isTrimmed;
    }

    private void ReadToken(bool isApart)
    {
        var (start, c) = (_at, source[_at]);
        if (c is '"' or '\'' or '`')
            ReadQuoted(c, isApart);
        else if (c is '.' && !(_at + 1 < source.Length && char.IsDigit(source[_at + 1])))
            Take(isApart, IsWordAt(_at + 1) ? 'f' : '.', start + 1);
        else if (c == '$')
            Take(isApart, 'v', start + 1);
        else if (char.IsDigit(c) || (c is '+' or '-' or '.' && _at + 1 < source.Length && (char.IsDigit(source[_at + 1]) || source[_at + 1] == '.')))
            ReadNumber(isApart);
        else if (IsWordAt(_at))
            Take(isApart, 'w', start);
        else if (c is '(' or ')' or '|' or ',' or '=')
            Add('p', source.Substring(_at++, 1), start, isApart);
        else if (c == ':' && _at + 1 < source.Length && source[_at + 1] == '=')
            Add('p', source.Substring((_at += 2) - 2, 2), start, isApart);
        else if (c is > ' ' and < (char)0x7F and not '-')
            Add('p', source.Substring(_at++, 1), start, isApart);
        else
            throw Error($"{(c == '-' ? "bad" : "unrecognized")} character {(c == '-' ? "" : "in action: ")}U+{(int)c:X4} '{c}'");
    }

    private void Take(bool isApart, char kind, int from)
    {
        var (start, end) = (_at, from);
        while (IsWordAt(end))
            end += Runes.LengthAt(source, end);
        _at = end;
        if (end < source.Length && !IsSpace(source[end]) && "=.,|:)(}".IndexOf(source[end]) is < 0)
            throw Error($"bad character U+{(int)source[end]:X4} '{source[end]}'");
        Add(kind, source.Substring(start, end - start), start, isApart);
    }

    private void ReadNumber(bool isApart)
    {
        var start = _at++;
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '.' or '_' || (source[_at] is '+' or '-' && source[_at - 1] is 'e' or 'E' or 'p')))
            _at++;
        Add('n', source.Substring(start, _at - start), start, isApart);
    }

    private void ReadQuoted(char quote, bool isApart)
    {
        var start = _at++;
        for (; _at < source.Length && source[_at] != quote; _at++)
            if (quote != '`' && source[_at] == '\\')
                _at++;
            else if (quote != '`' && source[_at] == '\n')
                break;
        if (_at >= source.Length || source[_at] != quote)
            throw Error(quote == '"' ? "unterminated quoted string" : quote == '`' ? "unterminated raw quoted string" : "unterminated character constant");
        _at++;
        Add(quote == '\'' ? 'c' : 's', source.Substring(start, _at - start), start, isApart);
    }

    /// <summary>The text between quotes, its escapes read.</summary>
    public static string? Unquote(string quoted)
    {
        if (quoted[0] == '`')
            return quoted.Substring(1, quoted.Length - 2);
        var result = new StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
            {
                result.Append(quoted[i]);
                continue;
            }

            var escape = quoted[++i];
            var length = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (length > 0)
            {
                if (Hex.Read(quoted, i + 1, length) is not { } rune)
                    return null;
                result.Append(Runes.ToText(rune));
                i += length;
            }
            else if ("abtnvfr\\\"'".IndexOf(escape) is var at and >= 0)
            {
                result.Append("\a\b\t\n\v\f\r\\\"'"[at]);
            }
            else
            {
                return null;
            }
        }

        return result.ToString();
    }

    private bool IsWordAt(int at) => at < source.Length && (source[at] == '_' || char.IsLetterOrDigit(source, at));

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private void Add(char kind, string text, int at, bool isApart = false) => _tokens.Add(new(kind, text, at, isApart));

    private TemplateException Error(string message) => new($"template: template:{LineOf(source, _at)}: {message}");
}
