namespace MicroApps.Analyzers;

/// <summary>Tells base64 with a slash from a path: the segments of a path are words.</summary>
internal static class Base64Shape
{
    private const int MinLength = 16, MinWord = 5;

    private const string Vowels = "aeiouyAEIOUY";

    /// <summary>Whether a value with slashes is base64 of a random key, and neither a path nor an address.</summary>
    public static bool IsWithSlash(string value) =>
        value.Length >= MinLength && value.IndexOf('/') >= 0 && IsMixed(value) && (value.IndexOf('+') >= 0 || (LengthOfWords(value) is var (inWords, longest) && longest < MinWord && inWords * 2 < value.Length));

    /// <summary>Whether a value has three segments or more, and most of it are words: "vault/Prod2/OpenAI".</summary>
    public static bool IsPathOfWords(string value) =>
        value.IndexOf('/') is var first and >= 0 && value.IndexOf('/', first + 1) > 0 && LengthOfWords(value).Sum * 2 >= value.Length;

    // Small letters, capitals and digits, and nothing that base64 lacks.
    private static bool IsMixed(string value)
    {
        var (small, large, digit) = (false, false, false);
        var end = value.Length;
        while (end > value.Length - 2 && value[end - 1] == '=')
            end--;
        for (var i = 0; i < end; i++)
            switch (value[i])
            {
                case >= 'a' and <= 'z':
                    small = true;
                    break;
                case >= 'A' and <= 'Z':
                    large = true;
                    break;
                case >= '0' and <= '9':
                    digit = true;
                    break;
                case not ('/' or '+'):
                    return false;
            }

        return small && large && digit;
    }

    // How long the segments are that are words, and the longest of them: chance makes short ones alone.
    private static (int Sum, int Longest) LengthOfWords(string value)
    {
        var (sum, longest) = (0, 0);
        for (var start = 0; start < value.Length;)
        {
            var end = value.IndexOf('/', start);
            end = end < 0 ? value.Length : end;
            if (IsOfWords(value, start, end))
                (sum, longest) = (sum + end - start, Math.Max(longest, end - start));
            start = end + 1;
        }

        return (sum, longest);
    }

    // "api", "UserById", "README", each perhaps with a number behind it: two words have five letters, and one letter in four is a vowel.
    private static bool IsOfWords(string value, int start, int end)
    {
        while (end > start && value[end - 1] is >= '0' and <= '9')
            end--;
        var (words, uppers, vowels) = (0, 0, 0);
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetter(value[i]))
                return false;
            var isUpper = char.IsUpper(value[i]);
            words += i == start || isUpper ? 1 : 0;
            uppers += isUpper ? 1 : 0;
            vowels += Vowels.IndexOf(value[i]) >= 0 ? 1 : 0;
        }

        var letters = end - start;
        return letters > 0 && vowels * 4 >= letters && (uppers == letters || words * 5 <= letters * 2);
    }
}
