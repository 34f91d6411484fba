namespace MicroApps.Rego;

/// <summary>Counts: <c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>.</summary>
internal static class RegexCount
{
    private const int TooLarge = 100_000_000;

    /// <summary>Reads a count from its brace on; false when this is none.</summary>
    public static bool TryRead(string text, ref int at, out int min, out int max)
    {
        max = RegexNode.Unbounded;
        at++;
        if (!Number(text, ref at, out min) || at >= text.Length)
            return false;
        if (text[at] != ',')
            max = min;
        else if (++at < text.Length && text[at] != '}' && !Number(text, ref at, out max))
            return false;
        return at < text.Length && text[at++] == '}';
    }

    /// <summary>Digits without a leading zero.</summary>
    private static bool Number(string text, ref int at, out int number)
    {
        number = 0;
        var start = at;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
            number = Math.Min(TooLarge, (number * 10) + text[at] - '0');
        return at > start && (at == start + 1 || text[start] != '0');
    }
}
