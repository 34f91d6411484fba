namespace MicroApps.Rego;

/// <content>Beginnings of groups: captures, names, flags.</content>
internal sealed partial class RegexParser
{
    private void Open()
    {
        if (_at + 1 >= pattern.Length || pattern[_at + 1] != '?')
        {
            _at++;
            Begin("", _flags);
            return;
        }

        var nameAt = string.CompareOrdinal(pattern, _at + 2, "P<", 0, 2) == 0 ? _at + 4 : string.CompareOrdinal(pattern, _at + 2, "<", 0, 1) == 0 ? _at + 3 : pattern.Length;
        if (nameAt < pattern.Length)
            Named(nameAt);
        else
            Flags();
    }

    private void Named(int nameAt)
    {
        var end = pattern.IndexOf('>', nameAt);
        if (end < 0)
        {
            Fail("invalid named capture", pattern.Substring(_at));
            return;
        }

        var name = pattern.Substring(nameAt, end - nameAt);
        if (name.Length == 0 || !name.All(IsWord))
            Fail("invalid named capture", pattern.Substring(_at, end + 1 - _at));
        _at = end + 1;
        Begin(name, _flags);
    }

    private void Begin(string? name, RegexFlags inside)
    {
        _open.Push(_group);
        _group = new(name is null ? -1 : _names.Count, _flags);
        _flags = inside;
        if (name is not null)
            _names.Add(name);
    }

    /// <summary>Flags for the rest of the group, <c>(?i-s)</c>, or for a group of their own, <c>(?i:…)</c>.</summary>
    private void Flags()
    {
        var start = _at;
        var (flags, isOff, sawFlag) = (_flags, false, false);
        for (_at += 2; _at < pattern.Length;)
        {
            var c = Read();
            if (c is ':' or ')')
            {
                if (isOff && !sawFlag)
                    break;
                if (c == ':')
                    Begin(null, flags);
                else
                    _flags = flags;
                return;
            }

            var flag = FlagOf(c);
            if (flag == RegexFlags.None && (c != '-' || isOff))
                break;
            sawFlag = flag != RegexFlags.None;
            if (!sawFlag)
                isOff = true;
            else
                flags = isOff ? flags & ~flag : flags | flag;
        }

        Fail("invalid or unsupported Perl syntax", pattern.Substring(start, _at - start));
    }

    private static RegexFlags FlagOf(int c) => c switch
    {
        'i' => RegexFlags.FoldCase,
        'm' => RegexFlags.Multiline,
        's' => RegexFlags.DotIsAll,
        'U' => RegexFlags.Lazy,
        _ => RegexFlags.None,
    };

    private static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
