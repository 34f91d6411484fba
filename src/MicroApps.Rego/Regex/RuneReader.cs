namespace MicroApps.Rego;

/// <summary>Code points in UTF-16. Half a surrogate pair reads as U+FFFD, as it would in UTF-8.</summary>
internal static class RuneReader
{
    public const int Replacement = 0xFFFD;

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
        return char.IsLowSurrogate(c) && at > 1 && char.IsHighSurrogate(text[at - 2]) ? char.ConvertToUtf32(text[at - 2], c) : Replacement;
    }

    /// <summary>How many units the code point at a place has; 1 at the end.</summary>
    public static int Width(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>How many bytes a text has in UTF-8.</summary>
    public static int Utf8Length(string text) => System.Text.Encoding.UTF8.GetByteCount(text);
}
