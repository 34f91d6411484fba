namespace MicroApps.Rego;

/// <summary>
/// The value of a number's text: ±0.d₁d₂…dₙ × 10^<see cref="Scale"/>, where neither the first nor the last digit is 0. Nothing is copied or computed, so that
/// <c>1e1000000000</c> costs what its text costs. Beyond ±10¹⁵ all exponents are the same.
/// </summary>
internal readonly struct DecimalText
{
    private const long MostExponent = 1_000_000_000_000_000;

    private readonly string _text;
    private readonly int _first;
    private readonly int _last;
    private readonly int _point;

    /// <summary>Reads a text, which must be a number of JSON.</summary>
    public DecimalText(string text)
    {
        (_text, _first, _last, _point) = (text, -1, -1, text.Length);
        var (at, end, isFraction) = (text[0] == '-' ? 1 : 0, text.Length, false);
        for (; at < end; at++)
        {
            if (text[at] == '.')
                (_point, isFraction) = (at, true);
            else if (text[at] is 'e' or 'E')
                end = at;
            else if (text[at] != '0')
                (_first, _last) = (_first < 0 ? at : _first, at);
        }

        if (!isFraction)
            _point = end;
        IsNegative = text[0] == '-';
        if (!IsZero)
            Scale = ReadExponent(text, end + 1) + _point - _first + (_first < _point ? 0 : 1);
    }

    public bool IsNegative { get; }

    public bool IsZero => _first < 0;

    /// <summary>Where the point stands, counted from before the first digit that is not 0.</summary>
    public long Scale { get; }

    /// <summary>How many digits there are from the first to the last that is not 0.</summary>
    public int Count => IsZero ? 0 : _last - _first + (_first < _point && _point < _last ? 0 : 1);

    /// <summary>The digit at an index below <see cref="Count"/>.</summary>
    public char this[int index] => _text[_first + index + (_first < _point && _first + index >= _point ? 1 : 0)];

    public int CompareTo(in DecimalText other)
    {
        if (IsZero || other.IsZero)
            return Sign.CompareTo(other.Sign);
        if (IsNegative != other.IsNegative)
            return IsNegative ? -1 : 1;
        var order = Scale != other.Scale ? Scale.CompareTo(other.Scale) : CompareDigits(other);
        return IsNegative ? -order : order;
    }

    /// <summary>The value when it is a whole number of 64 bits, however it is written.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (IsZero)
            return true;
        // 19 digits always fit 64 bits without a sign.
        if (Scale is < 1 or > 19 || Count > Scale)
            return false;
        ulong magnitude = 0;
        for (var i = 0; i < (int)Scale; i++)
            magnitude = (magnitude * 10) + (i < Count ? (ulong)(this[i] - '0') : 0);
        value = unchecked(IsNegative ? -(long)magnitude : (long)magnitude);
        return magnitude <= long.MaxValue || (IsNegative && magnitude == 1UL << 63);
    }

    /// <summary>The same for every text of the same value.</summary>
    public int Hash()
    {
        if (TryGetInt64(out var value))
            return Hash(value);
        var hash = Hash(IsNegative ? ~Scale : Scale);
        for (int i = 0, count = Count; i < count; i++)
            hash = unchecked((hash * 31) + this[i]);
        return hash;
    }

    public static int Hash(long value) => unchecked((int)((ulong)(value * -7046029254386353131L) >> 32));

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private int CompareDigits(in DecimalText other)
    {
        var (mine, others) = (Count, other.Count);
        for (var i = 0; i < mine && i < others; i++)
            if (this[i] != other[i])
                return this[i].CompareTo(other[i]);
        return mine.CompareTo(others);
    }

    private static long ReadExponent(string text, int at)
    {
        if (at >= text.Length)
            return 0;
        var isNegative = text[at] == '-';
        long exponent = 0;
        for (at += text[at] is '-' or '+' ? 1 : 0; at < text.Length; at++)
            exponent = Math.Min(MostExponent, (exponent * 10) + text[at] - '0');
        return isNegative ? -exponent : exponent;
    }
}
