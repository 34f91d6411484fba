namespace MicroApps.Rego;

/// <summary>Reads a pattern in the syntax of Go's <c>regexp</c> (RE2 with Perl's classes and flags). Without recursion: open groups are on a stack.</summary>
internal sealed partial class RegexParser(string pattern)
{
    /// <summary>How deep a pattern may nest.</summary>
    private const int MostHeight = 1000;

    /// <summary>The largest count, also of counts within counts.</summary>
    private const int MostRepetition = 1000;

    /// <summary>How many instructions a program may take, about.</summary>
    private const int MostSize = 500_000;

    private readonly Stack<RegexGroup> _open = new();
    private readonly List<string> _names = [""];
    private readonly RuneNodes _runes = new();
    private RegexGroup _group = new(-1, RegexFlags.None);
    private RegexFlags _flags;
    private int _at;
    private string? _error;

    /// <summary>The names of the groups by number; empty for those without a name.</summary>
    public IReadOnlyList<string> Names => _names;

    private bool FoldsCase => (_flags & RegexFlags.FoldCase) != 0;

    /// <summary>The pattern as a tree; null when it is wrong, and then how, as Go words it.</summary>
    public RegexNode? Parse(out string? error)
    {
        var lastRepeat = -1;
        while (_at < pattern.Length && _error is null)
        {
            Budget.Current.Spend(2);
            var start = _at;
            lastRepeat = Next(lastRepeat) ? start : -1;
        }

        if (_error is null && _open.Count > 0)
            Fail("missing closing )", pattern);
        var root = _error is null ? Checked(_group.Close()) : null;
        error = _error is null ? null : "error parsing regexp: " + _error;
        return root;
    }

    /// <summary>Reads one item; says whether it is a repetition.</summary>
    private bool Next(int lastRepeat)
    {
        switch (pattern[_at])
        {
            case '(':
                Open();
                return false;
            case ')':
                Close();
                return false;
            case '|':
                _at++;
                _group.Bar();
                return false;
            case '*':
                return Repeat(_at++, lastRepeat, 0, RegexNode.Unbounded);
            case '+':
                return Repeat(_at++, lastRepeat, 1, RegexNode.Unbounded);
            case '?':
                return Repeat(_at++, lastRepeat, 0, 1);
            case '{':
                return Count(lastRepeat);
            default:
                Atom();
                return false;
        }
    }

    private void Atom()
    {
        var isMultiline = (_flags & RegexFlags.Multiline) != 0;
        switch (pattern[_at])
        {
            case '^':
                Place(isMultiline ? RegexPlace.BeginLine : RegexPlace.BeginText, 1);
                break;
            case '$':
                Place(isMultiline ? RegexPlace.EndLine : RegexPlace.EndText, 1);
                break;
            case '.':
                _at++;
                AddRunes((_flags & RegexFlags.DotIsAll) != 0 ? RuneSet.All : RuneSet.AllButNewline);
                break;
            case '[':
                Class();
                break;
            case '\\':
                Escaped();
                break;
            default:
                Literal(Read());
                break;
        }
    }

    private void Literal(int rune)
    {
        var set = RuneSet.Of(rune);
        AddRunes(FoldsCase ? CaseFolding.Fold(set) : set);
    }

    private void AddRunes(RuneSet set)
    {
        _group.Add(_runes.Node(set));
        if (_runes.AreTooMany)
            Fail("expression too large", pattern);
    }

    private void Place(RegexPlace place, int length)
    {
        _at += length;
        _group.Add(RegexNode.Assert(place));
    }

    /// <summary>A count in braces; what only looks like one is text.</summary>
    private bool Count(int lastRepeat)
    {
        var start = _at;
        if (!RegexCount.TryRead(pattern, ref _at, out var min, out var max))
        {
            _at = start + 1;
            Literal('{');
            return false;
        }

        if (min > MostRepetition || max > MostRepetition || (max != RegexNode.Unbounded && min > max))
            return Fail("invalid repeat count", pattern.Substring(start, _at - start));
        return Repeat(start, lastRepeat, min, max);
    }

    private bool Repeat(int start, int lastRepeat, int min, int max)
    {
        var isLazy = (_flags & RegexFlags.Lazy) != 0;
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
            isLazy = !isLazy;
        }

        if (lastRepeat >= 0)
            return Fail("invalid nested repetition operator", pattern.Substring(lastRepeat, _at - lastRepeat));
        if (_group.Last is not { } operand)
            return Fail("missing argument to repetition operator", pattern.Substring(start, _at - start));
        var node = RegexNode.Repeat(operand, min, max, isLazy);
        if ((min > 1 || max > 1) && node.Repetition > MostRepetition)
            return Fail("invalid repeat count", pattern.Substring(start, _at - start));
        _group.Last = node;
        return true;
    }

    private void Close()
    {
        if (_open.Count == 0)
        {
            Fail("unexpected )", pattern);
            return;
        }

        _at++;
        var closed = _group;
        (_group, _flags) = (_open.Pop(), closed.FlagsBefore);
        var node = closed.Close();
        _group.Add(Checked(closed.Number < 0 ? node : RegexNode.Capture(closed.Number, node)));
    }

    private RegexNode Checked(RegexNode node)
    {
        if (node.Height > MostHeight)
            Fail("expression nests too deeply", pattern);
        else if (node.Size > MostSize)
            Fail("expression too large", pattern);
        return node;
    }

    /// <summary>The code point here, which it steps over; half a surrogate pair counts as U+FFFD.</summary>
    private int Read() => Runes.Read(pattern, ref _at);

    private bool Fail(string what, string where)
    {
        _error ??= $"{what}: `{where}`";
        return false;
    }
}
