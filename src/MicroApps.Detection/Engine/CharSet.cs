using System.Buffers;

namespace MicroApps.Detection;

/// <summary>A set of characters with a fast test for one and a vectorised one for many.</summary>
internal sealed class CharSet(string chars)
{
    public const string Digit = "0123456789";
    public const string Lower = "abcdefghijklmnopqrstuvwxyz";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Alphanumeric = Digit + Lower + Upper;

    private readonly SearchValues<char> _values = SearchValues.Create(chars);

    public static CharSet Digits { get; } = new(Digit);

    public static CharSet AsciiWord { get; } = new(Alphanumeric);

    public static CharSet Hex { get; } = new(Digit + "abcdefABCDEF");

    public static CharSet Base64Url { get; } = new(Alphanumeric + "-_");

    public bool Contains(char c) => _values.Contains(c);

    public int RunLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(_values);
        return end < 0 ? text.Length : end;
    }

    public int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(_values);
}
