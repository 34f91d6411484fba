using System.Globalization;
using System.Numerics;

namespace MicroApps.Rego;

/// <summary>A number as it is written, or as arithmetic made it; compared by its value, exactly.</summary>
internal sealed class NumberValue : RegoValue
{
    private static readonly NumberValue[] Small = [.. Enumerable.Range(-16, 16 + 257).Select(n => new NumberValue(n))];

    private readonly long _integer;
    private readonly bool _isInt64;
    private string? _text;

    private NumberValue(long value) => (_integer, _isInt64) = (value, true);

    private NumberValue(string text, long value, bool isInt64) => (_text, _integer, _isInt64) = (text, value, isInt64);

    public override RegoKind Kind => RegoKind.Number;

    /// <summary>The text of a literal verbatim, or the shortest text of a result.</summary>
    public string Text => _text ??= _integer.ToString(CultureInfo.InvariantCulture);

    public static NumberValue Of(long value) => value is >= -16 and <= 256 ? Small[value + 16] : new(value);

    /// <summary>A number by its text, which must be one of JSON.</summary>
    public static NumberValue Of(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? new(text, value, true) : new(text, 0, false);

    /// <summary>A whole number of any size.</summary>
    public static NumberValue Of(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Of((long)value) : new(value.ToString(CultureInfo.InvariantCulture), 0, false);

    /// <summary>The result of arithmetic; null when it is out of range.</summary>
    public static NumberValue? Of(SoftFloat value) => value.IsInRange ? Of(value.ToText()) : null;

    /// <summary>The value as a 64-bit integer, when it is written as one.</summary>
    public bool TryGetInt64(out long value)
    {
        value = _integer;
        return _isInt64;
    }

    /// <summary>The value to compute with; false when it is out of range.</summary>
    public bool TryGetFloat(out SoftFloat value)
    {
        if (!_isInt64 || _text is "-0")
            return SoftFloat.TryParse(Text, out value);
        value = SoftFloat.From(_integer);
        return true;
    }

    /// <summary>The value as an integer, however it is written; of more than 64 bits the first 64, as in OPA. False when it is none, or out of range.</summary>
    public bool TryGetInteger(out BigInteger value)
    {
        value = _integer;
        if (_isInt64)
            return true;
        if (!SoftFloat.TryParse(Text, out var number) || !number.IsInteger)
            return false;
        value = number.Truncate();
        return true;
    }

    public override int CompareTo(RegoValue? other) =>
        other is not NumberValue that ? other is null ? 1 : RegoKind.Number.CompareTo(other.Kind)
        : _isInt64 && that._isInt64 ? _integer.CompareTo(that._integer)
        : ReferenceEquals(this, that) ? 0
        : CompareDigits(that);

    private int CompareDigits(NumberValue that)
    {
        Budget.Current.Spend(1);
        return new DecimalText(Text).CompareTo(new DecimalText(that.Text));
    }

    public override bool Equals(RegoValue? other) => other is NumberValue && CompareTo(other) == 0;

    public override int GetHashCode() => _isInt64 ? DecimalText.Hash(_integer) : new DecimalText(Text).Hash();
}
