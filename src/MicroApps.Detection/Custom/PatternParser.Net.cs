namespace MicroApps.Detection;

/// <summary>Reads a regular expression far enough to know how long its matches can be and how they begin.</summary>
internal ref struct PatternParser
{
    private const int MaxPattern = 1024, MaxDepth = 16, OpenRepetitions = CustomType.OpenRepetitions;
    private const string IgnoreCase = "(?i)";

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;
    private int _depth;

    private PatternParser(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>Reads a pattern; <c>(?i)</c> in front is an option of the whole.</summary>
    /// <exception cref="FormatException">It is not a pattern, matches nothing or too much, or needs backtracking.</exception>
    public static (string Options, PatternNode Node) Parse(string pattern)
    {
        if (pattern.Length > MaxPattern)
            throw new FormatException($"it has {pattern.Length:N0} characters; {MaxPattern:N0} is the most");
        var options = pattern.StartsWith(IgnoreCase, StringComparison.Ordinal) ? IgnoreCase : "";
        var parser = new PatternParser(pattern.AsSpan(options.Length));
        var node = parser.ReadAlternatives();
        if (parser._at < parser._pattern.Length)
            throw parser.Refusal("this bracket closes nothing; write \\) for the character");
        if (node.MinLength == 0)
            throw new FormatException("it matches the empty text; make something in it required");
        return node.MaxLength <= CustomType.MaxLength
            ? (options, node)
            : throw new FormatException(
                $"its matches can be {node.MaxLength:N0} characters long, and {CustomType.MaxLength:N0} is the most. A repetition without a limit counts {OpenRepetitions}; inside another it multiplies, which is what makes patterns catastrophic: give it a limit, such as {{1,20}}");
    }

    private PatternNode ReadAlternatives()
    {
        if (++_depth > MaxDepth)
            throw Refusal($"groups are nested more than {MaxDepth} deep");
        List<PatternNode> branches = [ReadSequence()];
        while (Next('|'))
            branches.Add(ReadSequence());
        _depth--;
        return branches.Count == 1 ? branches[0] : PatternNode.Either(branches);
    }

    private PatternNode ReadSequence()
    {
        List<PatternNode> items = [];
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
            items.Add(ReadQuantified());
        return items.Count == 1 ? items[0] : PatternNode.Sequence(items);
    }

    private PatternNode ReadQuantified()
    {
        var start = _at;
        var node = ReadOne();
        if (ReadCounts() is not var (min, max))
            return node;
        if (node.MinLength == 0)
            throw Refusal($"'{_pattern[start.._at]}' repeats what can be empty");
        var lazy = Next('?') ? "?" : "";
        if (max < min)
            throw Refusal($"the repetition is {min} to {max}");
        if (_at < _pattern.Length && (_pattern[_at] is '*' or '+' || ReadCounts() is not null))
            throw Refusal("a repetition follows a repetition");
        return node.Repeat(min, max, lazy);
    }

    private PatternNode ReadOne()
    {
        var start = _at;
        switch (_pattern[_at++])
        {
            case '(':
                return ReadGroup();
            case '[':
                SkipClass();
                return PatternNode.Character(_pattern[start.._at].ToString());
            case '^' or '$':
                return PatternNode.Assertion(_pattern[start.._at].ToString());
            case '\\':
                return ReadEscape(start);
            case '*' or '+' or '?':
                throw Refusal("there is nothing to repeat");
            case '{' or '}':
                return PatternNode.Character($"\\{_pattern[start]}");
            default:
                return PatternNode.Character(_pattern[start.._at].ToString());
        }
    }

    private PatternNode ReadGroup()
    {
        if (Next('?'))
        {
            var isNamed = _pattern[_at..].StartsWith("<") && !_pattern[_at..].StartsWith("<=") && !_pattern[_at..].StartsWith("<!");
            var name = isNamed ? _pattern[_at..].IndexOf('>') : 0;
            if (name < 0 || (!isNamed && (_at == _pattern.Length || _pattern[_at] != ':')))
                throw Refusal("look-around, atomic groups, conditionals and options inside need backtracking; only (…), (?:…), (?<name>…) and (?i) in front are read");
            _at += name + 1;
        }

        var node = ReadAlternatives();
        return Next(')') ? node with { Full = $"(?:{node.Full})", Beginning = $"(?:{node.Beginning})" } : throw Refusal("a bracket is not closed");
    }

    private void SkipClass()
    {
        Next('^');
        for (var first = true; _at < _pattern.Length; first = false)
        {
            var c = _pattern[_at++];
            if (c == ']' && !first)
                return;
            if (c == '\\')
                _at++;
            else if (c == '[' && _at > 1 && _pattern[_at - 2] == '-')
                throw Refusal("a class is taken from a class; write out what is left");
        }

        throw Refusal("a class is not closed");
    }

    private PatternNode ReadEscape(int start)
    {
        if (_at == _pattern.Length)
            throw Refusal("a backslash ends it");
        var c = _pattern[_at++];
        switch (c)
        {
            case 'b' or 'B':
                return PatternNode.Assertion($"\\{c}");
            case 'A' or 'Z' or 'z' or 'G':
                throw Refusal($"\\{c} is no place in a text that streams; use ^ or $");
            case 'k' or (>= '0' and <= '9'):
                throw Refusal("back-references need backtracking");
            case 'p' or 'P':
                var close = _pattern[_at..].IndexOf('}');
                _at += close < 0 ? throw Refusal("a category is not closed") : close + 1;
                break;
            case 'u' or 'x' or 'c':
                _at += c switch { 'u' => 4, 'x' => 2, _ => 1 };
                if (_at > _pattern.Length)
                    throw Refusal("an escape is cut off");
                break;
        }

        return PatternNode.Character(_pattern[start.._at].ToString());
    }

    // "?", "*", "+", "{n}", "{n,}", "{n,m}"; any other brace is a character.
    private (int Min, int Max)? ReadCounts()
    {
        if (Next('?'))
            return (0, 1);
        if (Next('*'))
            return (0, OpenRepetitions);
        if (Next('+'))
            return (1, OpenRepetitions);
        if (_at == _pattern.Length || _pattern[_at] != '{')
            return null;
        var close = _pattern[_at..].IndexOf('}');
        var inside = close < 0 ? default : _pattern.Slice(_at + 1, close - 1);
        var comma = inside.IndexOf(',');
        if (!int.TryParse(comma < 0 ? inside : inside[..comma], System.Globalization.NumberStyles.None, null, out var min))
            return null;
        var max = min;
        if (comma >= 0 && inside[(comma + 1)..] is { IsEmpty: false } rest && !int.TryParse(rest, System.Globalization.NumberStyles.None, null, out max))
            return null;
        _at += close + 1;
        return (min, comma >= 0 && comma == inside.Length - 1 ? Math.Max(min, OpenRepetitions) : max);
    }

    private bool Next(char c)
    {
        if (_at == _pattern.Length || _pattern[_at] != c)
            return false;
        _at++;
        return true;
    }

    private readonly FormatException Refusal(string why) => new($"{why} (at character {Math.Min(_at, _pattern.Length)})");
}
