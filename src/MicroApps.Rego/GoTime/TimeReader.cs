namespace MicroApps.Rego;

/// <summary>Reads a time written in a layout. Whatever the layout leaves out is zero or, where there is no zero, one; zones are UTC unless the text has an offset.</summary>
internal sealed partial class TimeReader
{
    private readonly string _layout;
    private readonly string _value;
    private int _at;

    // What was read; -1 is not at all.
    private int _year;
    private int _month = -1;
    private int _day = -1;
    private int _dayOfYear = -1;
    private int _hour;
    private int _minute;
    private int _second;
    private int _nanosecond;
    private bool _isMorning;
    private bool _isAfternoon;
    private bool _isUtc;
    private int _offset;

    /// <summary>What was read but cannot be.</summary>
    private string _outOfRange = "";
    private string _error = "";

    private TimeReader(string layout, string value) => (_layout, _value) = (GoTimeText.ToBytes(layout), GoTimeText.ToBytes(value));

    /// <summary>Seconds since 1970-01-01 UTC and nanoseconds, or null and what is wrong, as Go words it.</summary>
    public static (long Seconds, int Nanosecond)? Read(string layout, string value, out string error)
    {
        var reader = new TimeReader(layout, value);
        var time = reader.ReadParts() ? reader.Combine() : null;
        error = reader._error;
        return time;
    }

    private bool ReadParts()
    {
        var parts = TimeLayout.Split(_layout);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (!SkipLiteral(part.Literal))
                return Fail(part.Literal, _at);
            if (part.Element == LayoutElement.None)
                return _at == _value.Length || Fail($"extra text: {GoTimeText.Quote(_value.Substring(_at))}");
            var start = _at;
            var isRead = ReadElement(part, isBeforeFraction: parts[i + 1].IsFraction);
            if (_outOfRange.Length > 0)
                return Fail($"{_outOfRange} out of range");
            if (!isRead)
                return Fail(part.Text, start);
        }

        return true;
    }

    /// <summary>Goes over literal text; any number of spaces counts as one, and none as one at the end.</summary>
    private bool SkipLiteral(string literal)
    {
        for (var i = 0; i < literal.Length;)
        {
            var isSpace = literal[i] == ' ';
            if (_at < _value.Length ? _value[_at] != literal[i] : !isSpace)
                return false;
            i++;
            _at += _at < _value.Length ? 1 : 0;
            if (!isSpace)
                continue;
            while (i < literal.Length && literal[i] == ' ')
                i++;
            while (_at < _value.Length && _value[_at] == ' ')
                _at++;
        }

        return true;
    }

    private (long Seconds, int Nanosecond)? Combine()
    {
        if (_isAfternoon && _hour < 12)
            _hour += 12;
        else if (_isMorning && _hour == 12)
            _hour = 0;
        if (_dayOfYear >= 0 && !CombineDayOfYear())
            return null;
        var date = new CivilDate(_year, _month < 0 ? 1 : _month, _day < 0 ? 1 : _day);
        if (date.Day < 1 || date.Day > CivilDate.DaysInMonth(date.Year, date.Month))
        {
            Fail("day out of range");
            return null;
        }

        // For Go, one second to the west is as none.
        var offset = _isUtc || _offset == -1 ? 0 : _offset;
        return ((date.Days * CivilDate.SecondsPerDay) + (((_hour * 60) + _minute) * 60) + _second - offset, _nanosecond);
    }

    private bool CombineDayOfYear()
    {
        if (_dayOfYear < 1 || _dayOfYear > CivilDate.DaysInYear(_year))
            return Fail("day-of-year out of range");
        var date = CivilDate.FromDayOfYear(_year, _dayOfYear);
        if (_month >= 0 && _month != date.Month)
            return Fail("day-of-year does not match month");
        if (_day >= 0 && _day != date.Day)
            return Fail("day-of-year does not match day");
        (_month, _day) = (date.Month, date.Day);
        return true;
    }

    private bool Fail(string piece, int at)
    {
        _error = $"parsing time {GoTimeText.Quote(_value)} as {GoTimeText.Quote(_layout)}: cannot parse {GoTimeText.Quote(_value.Substring(at))} as {GoTimeText.Quote(piece)}";
        return false;
    }

    private bool Fail(string message)
    {
        _error = $"parsing time {GoTimeText.Quote(_value)}: {message}";
        return false;
    }
}
