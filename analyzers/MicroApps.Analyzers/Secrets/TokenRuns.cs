namespace MicroApps.Analyzers;

/// <summary>Finds the lines of a text that may hold a credential: a cheap test for all of it, so that the scanner reads few of them.</summary>
internal static class TokenRuns
{
    private const int MinRun = 14;

    private static readonly bool[] IsToken = CreateTable();

    /// <summary>The next line from <paramref name="position"/> on that has a long run of token characters that no name has.</summary>
    /// <returns>Where the line begins and ends; an empty range at the end of the text when there is none.</returns>
    public static (int Start, int End) NextLine(string text, int position)
    {
        for (var i = position; i + MinRun <= text.Length;)
        {
            // From the last place that a run from here would need, back: most text is left after one look at it.
            var last = i + MinRun - 1;
            while (last >= i && text[last] < 128 && IsToken[text[last]])
                last--;
            if (last >= i)
            {
                i = last + 1;
                continue;
            }

            var end = EndOfRun(text, i + MinRun);
            if (IsMixed(text, i, end))
                return (StartOfLine(text, i, position), EndOfLine(text, end));
            i = end + 1;
        }

        return (text.Length, text.Length);
    }

    private static int EndOfRun(string text, int i)
    {
        while (i < text.Length && text[i] < 128 && IsToken[text[i]])
            i++;
        return i;
    }

    // Names have digits seldom, a mark behind their first letters seldom, and change between small letters and capitals once in a word.
    private static bool IsMixed(string text, int start, int end)
    {
        var (changes, uppers, wasUpper) = (0, 0, false);
        for (var i = start; i < end; i++)
        {
            if (text[i] is >= '0' and <= '9' || (text[i] is '_' or '-' or '+' && i > start + 1))
                return true;
            var isUpper = text[i] is >= 'A' and <= 'Z';
            changes += isUpper != wasUpper ? 1 : 0;
            uppers += isUpper ? 1 : 0;
            wasUpper = isUpper;
        }

        return changes * 3 >= end - start || uppers == end - start;
    }

    private static int StartOfLine(string text, int i, int floor)
    {
        while (i > floor && text[i - 1] is not ('\n' or '\r'))
            i--;
        return i;
    }

    private static int EndOfLine(string text, int i)
    {
        while (i < text.Length && text[i] is not ('\n' or '\r'))
            i++;
        return i;
    }

    private static bool[] CreateTable()
    {
        var table = new bool[128];
        foreach (var c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./+~%=:")
            table[c] = true;
        return table;
    }
}
