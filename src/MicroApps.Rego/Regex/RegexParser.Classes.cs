namespace MicroApps.Rego;

/// <content>Classes in brackets and what may be in them.</content>
internal sealed partial class RegexParser
{
    private bool _hasNoPosixEnd;

    private void Class()
    {
        var start = _at++;
        var isNegated = _at < pattern.Length && pattern[_at] == '^';
        if (isNegated)
            _at++;
        var (ends, sets) = (new List<int>(), new List<int>());
        for (var isFirst = true; _error is null && (isFirst || _at >= pattern.Length || pattern[_at] != ']'); isFirst = false)
            if (ClassSet() is { } set)
                sets.AddRange(set.Ranges);
            else
                Range(ends, start);
        if (_error is not null)
            return;
        _at++;
        // Sets have both cases already.
        sets.AddRange((FoldsCase ? CaseFolding.Fold(RuneSet.Of(ends)) : RuneSet.Of(ends)).Ranges);
        var all = RuneSet.Of(sets);
        AddRunes(isNegated ? all.Negate() : all);
    }

    /// <summary>A named set inside brackets: <c>[:alpha:]</c>, <c>\p{Lu}</c>, <c>\d</c>; null when there is none here.</summary>
    private RuneSet? ClassSet()
    {
        if (_at + 1 >= pattern.Length)
            return null;
        if (pattern[_at] == '[' && pattern[_at + 1] == ':' && PosixEnd() is >= 0 and var end)
        {
            var name = pattern.Substring(_at, end + 2 - _at);
            _at = end + 2;
            var isNegated = name[2] == '^';
            var set = PosixClasses.Find(isNegated ? name.Substring(3, name.Length - 5) : name.Substring(2, name.Length - 4));
            if (set is null)
                Fail("invalid character class range", name);
            return Signed(set ?? RuneSet.All, isNegated);
        }

        return pattern[_at] == '\\' ? EscapedSet() : null;
    }

    /// <summary>Where the name that begins here ends. That there is no end any more is found out once only.</summary>
    private int PosixEnd()
    {
        if (_hasNoPosixEnd)
            return -1;
        var end = pattern.IndexOf(":]", _at + 2, StringComparison.Ordinal);
        _hasNoPosixEnd = end < 0;
        return end;
    }

    /// <summary>A character or a range of them. A dash before the bracket that closes is a character.</summary>
    private void Range(List<int> ends, int start)
    {
        var from = _at;
        var low = ClassCharacter(start);
        var high = low;
        if (_error is null && _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
        {
            _at++;
            high = ClassCharacter(start);
            if (high < low)
                Fail("invalid character class range", pattern.Substring(from, _at - from));
        }

        ends.AddRange([low, high]);
    }

    private int ClassCharacter(int start)
    {
        if (_at < pattern.Length)
            return pattern[_at] == '\\' ? EscapedCharacter() : Read();
        Fail("missing closing ]", pattern.Substring(start));
        return 0;
    }

    /// <summary>A set as it counts here: with both cases when case does not matter, and without its members when it is negated.</summary>
    private RuneSet Signed(RuneSet set, bool isNegated)
    {
        var folded = FoldsCase ? CaseFolding.Fold(set) : set;
        return isNegated ? folded.Negate() : folded;
    }
}
