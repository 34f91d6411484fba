namespace MicroApps.Rego;

/// <summary>How the elements of dates and times are read.</summary>
internal sealed partial class TimeReader
{
    private bool ReadElement(in TimeLayout.Part part, bool isBeforeFraction) => part.Element switch
    {
        LayoutElement.Year => ReadYear(),
        LayoutElement.ShortYear => ReadShortYear(),
        LayoutElement.MonthName => ReadMonth(TimeNames.Months),
        LayoutElement.ShortMonthName => ReadMonth(TimeNames.ShortMonths),
        LayoutElement.Month => ReadNumber(false, out _month) && Limit(_month is >= 1 and <= 12, "month"),
        LayoutElement.ZeroMonth => ReadNumber(true, out _month) && Limit(_month is >= 1 and <= 12, "month"),
        LayoutElement.WeekdayName => ReadName(TimeNames.Weekdays, out _),
        LayoutElement.ShortWeekdayName => ReadName(TimeNames.ShortWeekdays, out _),
        LayoutElement.Day => ReadNumber(false, out _day),
        LayoutElement.SpaceDay => SkipSpaces(1) && ReadNumber(false, out _day),
        LayoutElement.ZeroDay => ReadNumber(true, out _day),
        LayoutElement.SpaceDayOfYear => SkipSpaces(2) && ReadDayOfYear(isFixed: false),
        LayoutElement.ZeroDayOfYear => ReadDayOfYear(isFixed: true),
        _ => ReadClock(part, isBeforeFraction),
    };

    private bool ReadClock(in TimeLayout.Part part, bool isBeforeFraction) => part.Element switch
    {
        LayoutElement.Hour => ReadNumber(false, out _hour) && Limit(_hour < 24, "hour"),
        LayoutElement.Hour12 => ReadNumber(false, out _hour) && Limit(_hour <= 12, "hour"),
        LayoutElement.ZeroHour12 => ReadNumber(true, out _hour) && Limit(_hour <= 12, "hour"),
        LayoutElement.Minute => ReadNumber(false, out _minute) && Limit(_minute < 60, "minute"),
        LayoutElement.ZeroMinute => ReadNumber(true, out _minute) && Limit(_minute < 60, "minute"),
        LayoutElement.Second => ReadSecond(false, isBeforeFraction),
        LayoutElement.ZeroSecond => ReadSecond(true, isBeforeFraction),
        LayoutElement.Half => ReadHalf("AM", "PM"),
        LayoutElement.SmallHalf => ReadHalf("am", "pm"),
        LayoutElement.ZoneName => ReadZoneName(),
        LayoutElement.Offset => ReadOffset(part.Text),
        LayoutElement.Fraction => ReadFraction(part.Digits),
        // Any number of digits, even more than asked for; or none at all.
        _ => !IsAtFraction || ReadFraction(GoTimeText.SkipDigits(_value, _at + 1) - _at - 1),
    };

    private bool IsAtFraction => _at < _value.Length && _value[_at] is '.' or ',' && GoTimeText.IsDigit(_value, _at + 1);

    private bool Limit(bool isInRange, string what)
    {
        if (!isInRange)
            _outOfRange = what;
        return isInRange;
    }

    /// <summary>One or two digits.</summary>
    private bool ReadNumber(bool isFixed, out int number) => ReadDigits(2, isFixed, out number);

    private bool ReadDigits(int most, bool isFixed, out int number)
    {
        var start = _at;
        for (number = 0; _at - start < most && GoTimeText.IsDigit(_value, _at); _at++)
            number = (number * 10) + _value[_at] - '0';
        return _at - start >= (isFixed ? most : 1) || ((number = 0) != 0);
    }

    private bool ReadYear() =>
        GoTimeText.IsDigit(_value, _at) && _value.Length - _at >= 4 && GoTimeText.TryInteger(Take(4), out _year);

    private bool ReadShortYear()
    {
        if (_value.Length - _at < 2 || !GoTimeText.TryInteger(Take(2), out _year))
            return false;
        _year += _year >= 69 ? 1900 : 2000;
        return true;
    }

    private string Take(int length)
    {
        _at += length;
        return _value.Substring(_at - length, length);
    }

    private bool ReadMonth(string[] names)
    {
        var isRead = ReadName(names, out var index);
        _month = index + 1;
        return isRead;
    }

    /// <summary>Reads a name in letters of any case.</summary>
    private bool ReadName(string[] names, out int index)
    {
        index = Array.FindIndex(names, n => string.Compare(_value, _at, n, 0, n.Length, StringComparison.OrdinalIgnoreCase) == 0);
        _at += index < 0 ? 0 : names[index].Length;
        return index >= 0;
    }

    private bool SkipSpaces(int most)
    {
        for (; most > 0 && _at < _value.Length && _value[_at] == ' '; most--)
            _at++;
        return true;
    }

    private bool ReadDayOfYear(bool isFixed) => ReadDigits(3, isFixed, out _dayOfYear);

    /// <summary>Seconds may have a fraction even if the layout has none.</summary>
    private bool ReadSecond(bool isFixed, bool isBeforeFraction) =>
        ReadNumber(isFixed, out _second) && Limit(_second < 60, "second")
        && (isBeforeFraction || !IsAtFraction || ReadFraction(GoTimeText.SkipDigits(_value, _at + 1) - _at - 1));

    private bool ReadHalf(string morning, string afternoon)
    {
        var half = _value.Length - _at < 2 ? "" : Take(2);
        _isMorning |= half == morning;
        _isAfternoon |= half == afternoon;
        return half == morning || half == afternoon;
    }

    /// <summary>A point or comma and a number of digits, of which nine count.</summary>
    private bool ReadFraction(int digits)
    {
        if (_value.Length - _at <= digits || Take(1) is not ("." or ","))
            return false;
        var text = Take(digits);
        if (!GoTimeText.TryInteger(text.Substring(0, Math.Min(9, digits)), out _nanosecond))
            return false;
        for (var i = digits; i < 9; i++)
            _nanosecond *= 10;
        return Limit(_nanosecond >= 0, "fractional second");
    }
}
