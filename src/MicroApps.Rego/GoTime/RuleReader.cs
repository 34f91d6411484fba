namespace MicroApps.Rego;

/// <summary>Reads the parts of a zone's rule from left to right.</summary>
internal sealed class RuleReader(string text)
{
    private const int DefaultTime = 2 * 60 * 60;

    private int _at;

    public bool IsAtEnd => _at == text.Length;

    public bool Is(char c) => _at < text.Length && text[_at] == c;

    public bool Skip(char c)
    {
        var isThere = Is(c);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Three or more letters, or anything between angle brackets.</summary>
    public bool TryName(out string name)
    {
        var start = _at;
        if (Skip('<'))
        {
            var end = text.IndexOf('>', _at);
            name = end < 0 ? "" : text.Substring(start + 1, end - start - 1);
            _at = end + 1;
            return end >= 0;
        }

        while (_at < text.Length && text[_at] is not ((>= '0' and <= '9') or ',' or '-' or '+'))
            _at++;
        name = text.Substring(start, _at - start);
        return name.Length >= 3;
    }

    /// <summary>Hours, perhaps minutes and seconds: "-3", "+5:30".</summary>
    public bool TryOffset(out int seconds)
    {
        var isNegative = Is('-');
        _at += Is('-') || Is('+') ? 1 : 0;
        var (minutes, rest) = (0, 0);
        var isRead = TryNumber(0, 24 * 7, out var hours) && (!Skip(':') || TryNumber(0, 59, out minutes)) && (!Skip(':') || TryNumber(0, 59, out rest));
        seconds = ((((hours * 60) + minutes) * 60) + rest) * (isNegative ? -1 : 1);
        return isRead;
    }

    /// <summary>"M3.5.0" (month, week, day of the week), "J60" or "59", perhaps "/" and a time.</summary>
    public bool TryDay(out ZoneRule.YearDay day)
    {
        var (month, week, number, time) = (0, 0, 0, DefaultTime);
        var form = Is('M') || Is('J') ? text[_at++] : '0';
        var isRead = form == 'M'
            ? TryNumber(1, 12, out month) && Skip('.') && TryNumber(1, 5, out week) && Skip('.') && TryNumber(0, 6, out number)
            : TryNumber(form == 'J' ? 1 : 0, 365, out number);
        isRead = isRead && (!Skip('/') || TryOffset(out time));
        day = new(form, month, week, number, time);
        return isRead;
    }

    private bool TryNumber(int least, int most, out int value)
    {
        var start = _at;
        for (value = 0; _at < text.Length && text[_at] is >= '0' and <= '9' && value <= most; _at++)
            value = (value * 10) + text[_at] - '0';
        return _at > start && value >= least && value <= most;
    }
}
