namespace MicroApps.Rego;

/// <summary>How offsets and abbreviations of zones are read.</summary>
internal sealed partial class TimeReader
{
    /// <summary>An offset that has the form of a piece of the layout.</summary>
    private bool ReadOffset(string form)
    {
        if (form[0] == 'Z' && _at < _value.Length && _value[_at] == 'Z')
        {
            _at++;
            _isUtc = true;
            return true;
        }

        if (_value.Length - _at < form.Length)
            return false;
        var text = Take(form.Length);
        for (var i = 1; i < form.Length; i++)
            if (form[i] == ':' && text[i] != ':')
                return false;
        var isRead = ReadPairs(text, form.Length > 3 && form[3] == ':' ? 3 : 2, out var hours, out var minutes, out var seconds);
        // Some write 24 hours or 60 minutes.
        isRead &= Limit(hours <= 24, "time zone offset hour");
        isRead &= Limit(minutes <= 60, "time zone offset minute");
        isRead &= Limit(seconds <= 60, "time zone offset second");
        _offset = (((hours * 60) + minutes) * 60) + seconds;
        _offset = text[0] == '-' ? -_offset : _offset;
        return isRead && text[0] is '-' or '+';
    }

    /// <summary>Pairs of digits behind a sign, so many characters from one to the next; those that are missing are 0.</summary>
    private static bool ReadPairs(string text, int step, out int hours, out int minutes, out int seconds)
    {
        (minutes, seconds) = (0, 0);
        return ReadPair(text, 1, out hours) && ReadPair(text, 1 + step, out minutes) && ReadPair(text, 1 + (2 * step), out seconds);
    }

    private static bool ReadPair(string text, int at, out int number)
    {
        number = 0;
        if (at >= text.Length)
            return true;
        if (!GoTimeText.IsDigit(text, at) || !GoTimeText.IsDigit(text, at + 1))
            return false;
        number = ((text[at] - '0') * 10) + text[at + 1] - '0';
        return true;
    }

    /// <summary>An abbreviation. Only UTC tells anything: elsewhere in the world, the same letters are other zones.</summary>
    private bool ReadZoneName()
    {
        var isUtc = IsNext("UTC");
        var length = isUtc ? 3 : ZoneNameLength();
        _isUtc |= isUtc;
        _at += length;
        return length > 0;
    }

    /// <summary>Three letters; four or five when the last is a T; GMT with an offset, or only an offset; and some exceptions.</summary>
    private int ZoneNameLength()
    {
        if (_value.Length - _at < 3)
            return 0;
        if (IsNext("ChST") || IsNext("MeST"))
            return 4;
        if (IsNext("GMT"))
            return 3 + HoursLength(_at + 3);
        if (_value[_at] is '+' or '-')
            return HoursLength(_at);
        var length = 0;
        while (length < 6 && _at + length < _value.Length && _value[_at + length] is >= 'A' and <= 'Z')
            length++;
        return length == 3 || (length is 4 or 5 && _value[_at + length - 1] == 'T') || (length == 4 && IsNext("WITA")) ? length : 0;
    }

    /// <summary>The length of a sign and hours up to 23; 0 for anything else.</summary>
    private int HoursLength(int at)
    {
        if (at >= _value.Length || _value[at] is not ('+' or '-'))
            return 0;
        var end = GoTimeText.SkipDigits(_value, at + 1);
        var hours = _value.Substring(at + 1, end - at - 1).TrimStart('0');
        return end > at + 1 && (hours.Length < 2 || (hours.Length == 2 && string.CompareOrdinal(hours, "23") <= 0)) ? end - at : 0;
    }

    private bool IsNext(string text) => string.CompareOrdinal(_value, _at, text, 0, text.Length) == 0;
}
