using System.Globalization;

namespace MicroApps.Rego;

/// <summary>A number as it is written, or as arithmetic made it; compared by its value.</summary>
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
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && text is not "-0" ? new(text, value, true) : new(text, 0, false);

    /// <summary>The value as a 64-bit integer, when it is written as one.</summary>
    public bool TryGetInt64(out long value)
    {
        value = _integer;
        return _isInt64;
    }

    public override int CompareTo(RegoValue? other) => throw new NotImplementedException();

    public override bool Equals(RegoValue? other) => throw new NotImplementedException();

    public override int GetHashCode() => throw new NotImplementedException();
}
