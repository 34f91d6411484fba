namespace MicroApps.Rego;

/// <summary>Numbers in the decimal texts that Go reads, which are more than those of JSON: also <c>+5</c>, <c>.5</c>, <c>5.</c>, <c>007</c> and <c>1_000</c>.</summary>
internal static class GoNumber
{
    /// <summary>The same number in a text of JSON, the same text where it is one already; null when it is no number.</summary>
    public static string? ToJson(string text)
    {
        if (!TryRemoveSeparators(ref text))
            return null;
        var start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var point = EndOfDigits(text, start);
        var end = point < text.Length && text[point] == '.' ? EndOfDigits(text, point + 1) : point;
        if (point - start + Math.Max(0, end - point - 1) == 0 || !IsExponent(text, end))
            return null;
        var whole = text.Substring(start, point - start).TrimStart('0');
        var fraction = end - point > 1 ? text.Substring(point, end - point) : "";
        return string.Concat((text[0] == '-' ? "-" : "") + (whole.Length == 0 ? "0" : whole), fraction, text.Substring(end));
    }

    private static bool IsExponent(string text, int at)
    {
        if (at == text.Length)
            return true;
        if (text[at] is not ('e' or 'E'))
            return false;
        at += at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1;
        return at < text.Length && EndOfDigits(text, at) == text.Length;
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at;
    }

    /// <summary>Underscores stand one by one between digits.</summary>
    private static bool TryRemoveSeparators(ref string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '_' && (i == 0 || i + 1 == text.Length || !IsDigit(text[i - 1]) || !IsDigit(text[i + 1])))
                return false;
        text = text.Replace("_", "");
        return true;
    }

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
