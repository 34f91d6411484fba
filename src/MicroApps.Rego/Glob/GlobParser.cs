namespace MicroApps.Rego;

/// <summary>Reads a glob: <c>*</c> and <c>?</c> up to a delimiter, <c>**</c> over it, <c>[abc]</c>, <c>[!a-z]</c>, <c>{a,b}</c>, and a backslash before what has no meaning then.</summary>
internal sealed class GlobParser(string pattern, RuneSet undelimited)
{
    /// <summary>How deep alternatives may nest.</summary>
    private const int MostDepth = 1000;

    private readonly Stack<RegexGroup> _open = new();
    private readonly RuneNodes _runes = new();
    private RegexGroup _group = new(-1, RegexFlags.None);
    private int _at;
    private string? _error;

    /// <summary>The glob as a tree that matches all of a text; null when it is wrong, and then how.</summary>
    public RegexNode? Parse(out string? error)
    {
        if (pattern.Contains((char)Runes.Replacement))
            _error = "could not read rune";
        while (_at < pattern.Length && _error is null)
            Next(pattern[_at]);
        while (_open.Count > 0)
            Close();
        error = _error;
        if (_error is not null)
            return null;
        var root = _group.Close();
        // OPA reads nothing as U+FFFD when a glob is a single symbol: "?" and "[!a]" match the empty text.
        if (root.Kind == RegexKind.Runes && root.Set.Contains(Runes.Replacement))
            root = RegexNode.Repeat(root, 0, 1, isLazy: false);
        return RegexNode.Concat([RegexNode.Assert(RegexPlace.BeginText), root, RegexNode.Assert(RegexPlace.EndText)]);
    }

    private void Next(char c)
    {
        switch (c)
        {
            case '*':
                Star();
                break;
            case '?':
                _at++;
                Add(undelimited);
                break;
            case '[':
                _at++;
                Set();
                break;
            case '{':
                Open();
                break;
            case ',' when _open.Count > 0:
                _at++;
                _group.Bar();
                break;
            case '}' when _open.Count > 0:
                _at++;
                Close();
                break;
            case '\\' when ++_at == pattern.Length:
                break;
            default:
                Add(RuneSet.Of(Read()));
                break;
        }
    }

    private void Star()
    {
        var isSuper = ++_at < pattern.Length && pattern[_at] == '*';
        if (isSuper)
            _at++;
        _group.Add(RegexNode.Repeat(_runes.Node(isSuper ? RuneSet.All : undelimited), 0, RegexNode.Unbounded, isLazy: false));
    }

    private void Open()
    {
        if (_open.Count == MostDepth)
            _error = "alternatives nest too deeply";
        _at++;
        _open.Push(_group);
        _group = new(-1, RegexFlags.None);
    }

    private void Close()
    {
        var closed = _group;
        _group = _open.Pop();
        _group.Add(closed.Close());
    }

    /// <summary>A range, or a list in which nothing but a backslash has a meaning.</summary>
    private void Set()
    {
        var isNegated = _at < pattern.Length && pattern[_at] == '!';
        if (isNegated)
            _at++;
        if (_at >= pattern.Length)
        {
            _error = "unexpected end of input";
            return;
        }

        var start = _at;
        var first = Read();
        var set = _at < pattern.Length && pattern[_at] == '-' ? Range(first) : List(start);
        if (set is not null)
            Add(isNegated ? set.Negate() : set);
    }

    private RuneSet? Range(int low)
    {
        if (++_at >= pattern.Length)
            return Fail("unexpected end of input");
        var high = Read();
        if (_at >= pattern.Length)
            return Fail("unexpected end of input");
        if (pattern[_at++] != ']')
            return Fail("expected close range character");
        return low <= high
            ? RuneSet.Of([low, high])
            : Fail($"hi character '{char.ConvertFromUtf32(high)}' should be greater than lo '{char.ConvertFromUtf32(low)}'");
    }

    private RuneSet? List(int start)
    {
        var ends = new List<int>();
        for (_at = start; _at < pattern.Length && pattern[_at] != ']';)
        {
            if (pattern[_at] == '\\' && ++_at == pattern.Length)
                break;
            var rune = Read();
            ends.AddRange([rune, rune]);
        }

        if (_at >= pattern.Length)
            return Fail("unexpected end of input");
        _at++;
        return ends.Count > 0 ? RuneSet.Of(ends) : Fail("could not parse range");
    }

    private void Add(RuneSet set)
    {
        _group.Add(_runes.Node(set));
        if (_runes.AreTooMany)
            _error = "pattern too large";
    }

    private int Read() => Runes.Read(pattern, ref _at);

    private RuneSet? Fail(string error)
    {
        _error = error;
        return null;
    }
}
