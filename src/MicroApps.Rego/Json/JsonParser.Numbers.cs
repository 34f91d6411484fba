namespace MicroApps.Rego;

/// <content>Numbers.</content>
internal ref partial struct JsonParser
{
    private NumberValue? Number()
    {
        var start = _at;
        if (Peek() == '-')
            _at++;
        if (Peek() == '0')
            _at++;
        else if (!Digits("in numeric literal"))
            return null;
        var isInteger = true;
        if (Peek() == '.')
        {
            (_at, isInteger) = (_at + 1, false);
            if (!Digits("after decimal point in numeric literal"))
                return null;
        }

        if (Peek() is 'e' or 'E')
        {
            (_at, isInteger) = (_at + 1, false);
            if (Peek() is '-' or '+')
                _at++;
            if (!Digits("in exponent of numeric literal"))
                return null;
        }

        var text = _utf8.Slice(start, _at - start);
        // Up to 18 digits always fit; -0 keeps its sign.
        if (isInteger && text.Length <= 18 && !(text.Length == 2 && text[0] == (byte)'-' && text[1] == (byte)'0'))
            return NumberValue.Of(ToInt64(text));
        return NumberValue.Of(ToText(text));
    }

    private static long ToInt64(ReadOnlySpan<byte> digits)
    {
        var isNegative = digits[0] == (byte)'-';
        long value = 0;
        for (var i = isNegative ? 1 : 0; i < digits.Length; i++)
            value = (value * 10) + digits[i] - '0';
        return isNegative ? -value : value;
    }

    private bool Digits(string where)
    {
        if (Peek() is not (>= '0' and <= '9'))
            return FailAt(where) is not null;
        do
            _at++;
        while (Peek() is >= '0' and <= '9');
        return true;
    }
}
