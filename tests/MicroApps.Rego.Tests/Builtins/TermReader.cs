using System.Globalization;
using System.Text;

namespace MicroApps.Rego.Tests;

/// <summary>Reads ground terms as the case files write them: JSON, sets, and keys of any kind.</summary>
internal sealed class TermReader(string text)
{
    private int _at;

    public static RegoValue Read(string text) => new TermReader(text).ReadTerm();

    private RegoValue ReadTerm()
    {
        SkipSpace();
        switch (text[_at])
        {
            case '"':
                return RegoValue.From(ReadText());
            case '[':
                return new ArrayValue([.. ReadItems(']').Select(i => i.Key)]);
            case '{':
                var items = ReadItems('}');
                return items.Count > 0 && items[0].Value is null
                    ? new SetValue(items.Select(i => i.Key))
                    : ObjectValue.From(items.GroupBy(i => i.Key).ToDictionary(i => i.Key, i => i.Last().Value!));
            default:
                var start = _at;
                while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.' or '('))
                    _at++;
                _at += _at < text.Length && text[_at] == ')' ? 1 : 0;
                return text[start.._at] switch
                {
                    "null" => RegoValue.Null,
                    "true" => RegoValue.True,
                    "false" => RegoValue.False,
                    "set()" => SetValue.Empty,
                    var number => NumberValue.Of(number),
                };
        }
    }

    private List<(RegoValue Key, RegoValue? Value)> ReadItems(char close)
    {
        var items = new List<(RegoValue, RegoValue?)>();
        for (_at++; ; _at++)
        {
            SkipSpace();
            if (text[_at] == close)
                break;
            var key = ReadTerm();
            SkipSpace();
            RegoValue? value = null;
            if (text[_at] == ':')
            {
                _at++;
                value = ReadTerm();
                SkipSpace();
            }

            items.Add((key, value));
            if (text[_at] == close)
                break;
        }

        _at++;
        return items;
    }

    private string ReadText()
    {
        var result = new StringBuilder();
        for (_at++; text[_at] != '"'; _at++)
        {
            if (text[_at] != '\\')
            {
                result.Append(text[_at]);
                continue;
            }

            _at++;
            if (text[_at] == 'u')
            {
                result.Append((char)int.Parse(text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                _at += 4;
            }
            else
            {
                result.Append("bfnrt".IndexOf(text[_at]) is var known and >= 0 ? "\b\f\n\r\t"[known] : text[_at]);
            }
        }

        _at++;
        return result.ToString();
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
    }
}
