using System.Globalization;
using System.Text;

namespace MicroApps;

/// <summary>
/// Writes a text that a regular expression accepts: literals, classes, groups, alternatives and repetitions. Look-arounds, back-references
/// and properties of characters are read as nothing.
/// </summary>
internal sealed class SandboxPatternExample
{
    private const int MostRepeats = 1000;

    private static readonly string[] s_candidates = ["a", "0", "-", "_", " ", ".", "Z", "%", "#", "é"];

    private readonly string _pattern;
    private readonly int _extra;
    private int _at;

    private SandboxPatternExample(string pattern, int extra) => (_pattern, _extra) = (pattern, extra);

    /// <summary>An example for <paramref name="pattern"/>, of at least <paramref name="least"/> characters where open repetitions allow it.</summary>
    public static string Of(string pattern, int least)
    {
        var example = "";
        for (var extra = 0; extra <= Math.Min(least, MostRepeats); extra++)
        {
            example = new SandboxPatternExample(pattern, extra).Alternatives();
            if (example.Length >= least)
                break;
        }
        return example;
    }

    private string Alternatives()
    {
        var first = Sequence();
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            Sequence();
        }
        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var unit = Unit();
            var times = Repeats();
            for (var i = 0; i < times && text.Length < 10_000; i++)
                text.Append(unit);
        }
        return text.ToString();
    }

    private string Unit()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$': return "";
            case '.': return "a";
            case '[': return Class();
            case '(': return Group();
            case '\\' when _at < _pattern.Length: return Escape(_pattern[_at++]);
            default: return c.ToString();
        }
    }

    private string Group()
    {
        var isLook = _pattern.AsSpan(_at) is ['?', '=' or '!', ..] or ['?', '<', '=' or '!', ..];
        if (_at < _pattern.Length && _pattern[_at] == '?')
            _at = _pattern.IndexOfAny([':', '>', '=', '!'], _at) is >= 0 and var end ? end + 1 : _at + 1;
        var inner = Alternatives();
        if (_at < _pattern.Length)
            _at++;
        return isLook ? "" : inner;
    }

    private static string Escape(char c) => c switch
    {
        'd' => "0",
        'w' => "a",
        's' => " ",
        'D' or 'S' => "a",
        'W' => "-",
        'n' => "\n",
        't' => "\t",
        'b' or 'B' or 'A' or 'z' or 'Z' => "",
        _ => c.ToString(),
    };

    private string Class()
    {
        var start = _at;
        var negated = _at < _pattern.Length && _pattern[_at] == '^';
        var first = negated ? _at + 1 : _at;
        _at = first;
        while (_at < _pattern.Length && (_pattern[_at] != ']' || _at == first))
            _at += _pattern[_at] == '\\' ? 2 : 1;
        _at = Math.Min(_pattern.Length, _at + 1);
        if (first >= _pattern.Length)
            return "";
        if (negated)
            return Array.Find(s_candidates, candidate => SandboxFormats.Found("[" + _pattern[start.._at], candidate) is not null) ?? "";
        return _pattern[first] == '\\' && first + 1 < _pattern.Length ? Escape(_pattern[first + 1]) : _pattern[first].ToString();
    }

    private int Repeats()
    {
        var times = 1;
        if (_at < _pattern.Length && _pattern[_at] is '?' or '*' or '+')
            times = _pattern[_at++] switch { '?' => 0, '*' => _extra, _ => 1 + _extra };
        else if (_at < _pattern.Length && _pattern[_at] == '{' && _pattern.IndexOf('}', _at) is > 0 and var end)
        {
            var bounds = _pattern[(_at + 1)..end].Split(',');
            if (!int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out times))
                return 1;
            _at = end + 1;
            if (bounds.Length > 1)
                times = int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? Math.Min(most, times + _extra) : times + _extra;
        }
        if (_at < _pattern.Length && _pattern[_at] == '?')
            _at++;
        return Math.Min(times, MostRepeats);
    }
}
