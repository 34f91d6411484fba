using System.Text;

namespace MicroApps.Rego;

/// <summary>Text by code points, which are what Rego counts: a surrogate pair is one.</summary>
internal static class Runes
{
    // Go maps these, .NET's invariant culture leaves them alone.
    private const string RaisedOnlyByGo = "ıſ", RaisedByGo = "IS";
    private const string LoweredOnlyByGo = "İ", LoweredByGo = "i";

    public const int Replacement = 0xFFFD;

    public static int Count(string text) => Count(text, 0, text.Length);

    /// <summary>How many code points there are between two places.</summary>
    public static int Count(string text, int start, int end)
    {
        var count = end - start;
        for (var i = start + 1; i < end; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                count--;
        return count;
    }

    /// <summary>How many UTF-16 units the code point at a place takes.</summary>
    public static int LengthAt(string text, int at) => at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>The code point at a place; half a surrogate pair counts as the replacement character.</summary>
    public static int At(string text, int at) => Read(text, ref at);

    /// <summary>The code point at a place, which it steps over.</summary>
    public static int Read(string text, ref int at)
    {
        var c = text[at++];
        if (!char.IsSurrogate(c))
            return c;
        return char.IsHighSurrogate(c) && at < text.Length && char.IsLowSurrogate(text[at]) ? char.ConvertToUtf32(c, text[at++]) : Replacement;
    }

    /// <summary>The code point that ends before a place, which is not the beginning.</summary>
    public static int ReadBefore(string text, int at)
    {
        var c = text[at - 1];
        if (!char.IsSurrogate(c))
            return c;
        return LengthBefore(text, at) == 2 ? char.ConvertToUtf32(text[at - 2], c) : Replacement;
    }

    /// <summary>How many bytes a text has in UTF-8.</summary>
    public static int Utf8Length(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The place a number of code points further; the end of the text when there are fewer.</summary>
    public static int Skip(string text, int at, long count)
    {
        for (; count > 0 && at < text.Length; count--)
            at += LengthAt(text, at);
        return at;
    }

    /// <summary>The text of a code point; the replacement character when there is no such one.</summary>
    public static string ToText(long rune) => rune is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? "\uFFFD" : char.ConvertFromUtf32((int)rune);

    public static string Reverse(string text)
    {
        var units = text.ToCharArray();
        Array.Reverse(units);
        for (var i = 0; i + 1 < units.Length; i++)
            if (char.IsLowSurrogate(units[i]) && char.IsHighSurrogate(units[i + 1]))
                (units[i], units[i + 1]) = (units[i + 1], units[i++]);
        return new(units);
    }

    public static string ToUpper(string text) => Map(text.ToUpperInvariant(), RaisedOnlyByGo, RaisedByGo);

    public static string ToLower(string text) => Map(text.ToLowerInvariant(), LoweredOnlyByGo, LoweredByGo);

    /// <summary>Takes code points of a set off the ends.</summary>
    public static string Trim(string text, string cutset, bool left, bool right)
    {
        var (start, end) = (0, text.Length);
        while (left && start < end && LengthAt(text, start) is var length && IsIn(cutset, text, start, length))
            start += length;
        while (right && start < end && LengthBefore(text, end) is var length && IsIn(cutset, text, end - length, length))
            end -= length;
        return text.Substring(start, end - start);
    }

    private static int LengthBefore(string text, int end) => end > 1 && LengthAt(text, end - 2) == 2 ? 2 : 1;

    private static bool IsIn(string cutset, string text, int at, int length) =>
        length == 1 ? cutset.IndexOf(text[at]) is >= 0 : cutset.IndexOf(text.Substring(at, length), StringComparison.Ordinal) is >= 0;

    private static string Map(string text, string from, string to)
    {
        if (text.IndexOfAny(from.ToCharArray()) < 0)
            return text;
        var result = new StringBuilder(text);
        for (var i = 0; i < from.Length; i++)
            result.Replace(from[i], to[i]);
        return result.ToString();
    }
}
