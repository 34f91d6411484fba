using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds secrets in a line of a comment or of disabled code: <c>apiKey = "…"</c>, <c>API_KEY=…</c>, <c>api-key: …</c>.</summary>
/// <param name="text">The file.</param>
/// <param name="more">Words that name a secret in this project.</param>
internal sealed class RemarkPairs(string text, IReadOnlyList<string> more)
{
    private const int MinValue = 6, MinPlain = 20, LongWord = 8;

    private const string Bearer = "Bearer";

    private static readonly char[] Signs = ['=', ':'];

    /// <summary>The first secret of the line: what it is called, where it begins, how long it is.</summary>
    public (string Name, int Start, int Length)? Find(int start, int end)
    {
        for (var i = text.IndexOfAny(Signs, start, end - start); i >= 0; i = text.IndexOfAny(Signs, i + 1, end - i - 1))
        {
            var (first, length, isQuoted) = ValueAfter(i, end);
            if (length < MinValue || !SecretShapes.HasDigit(text.AsSpan(first, length)) || NameBefore(i, start) is not { Length: > 1 } name)
                continue;
            if (IsSecret(name, text.Substring(first, length), isQuoted, isAssigned: text[i] == '='))
                return (name, first, length);
        }

        return null;
    }

    // What is not quoted has to be made by chance: prose puts words and numbers behind a colon.
    private bool IsSecret(string name, string value, bool isQuoted, bool isAssigned)
    {
        if (!SecretValues.MayBe(value) || !SecretValues.IsUnlikeAWord(value) || SecretValues.IsReference(value))
            return false;
        var kind = SecretNames.Classify(name, more);
        if (kind == SecretKind.None || !SecretValues.Is(value, kind))
            return false;
        return kind switch
        {
            SecretKind.Password => SecretValues.IsNoName(value) && (isQuoted || isAssigned) && SecretShapes.Classes(value.AsSpan()) >= 3,
            SecretKind.Key => isQuoted || IsByChance(value),
            _ => isQuoted && isAssigned && IsByChance(value),
        };
    }

    private static bool IsByChance(string value)
    {
        var run = 0;
        foreach (var c in value)
        {
            run = c is >= 'a' and <= 'z' ? run + 1 : 0;
            if (run > LongWord)
                return false;
        }

        return value.Length >= MinPlain;
    }

    private (int Start, int Length, bool IsQuoted) ValueAfter(int sign, int end)
    {
        var i = Skip(sign + 1, end);
        if (i < end && text[i] is '"' or '\'')
        {
            var close = text.IndexOf(text[i], i + 1, end - i - 1);
            return close < 0 ? default : (i + 1, close - i - 1, true);
        }

        var last = EndOfPlain(i, end);
        if (last - i == Bearer.Length && string.Compare(text, i, Bearer, 0, Bearer.Length, StringComparison.OrdinalIgnoreCase) == 0)
        {
            i = Skip(last, end);
            last = EndOfPlain(i, end);
        }

        return (i, last - i, false);
    }

    private int Skip(int i, int end)
    {
        while (i < end && text[i] is ' ' or '\t' or '@')
            i++;
        return i;
    }

    private int EndOfPlain(int i, int end)
    {
        while (i < end && !char.IsWhiteSpace(text[i]) && text[i] is not ('"' or '\'' or ';' or ',' or ')' or '<' or '&' or '`'))
            i++;
        return i;
    }

    // password = …, "password": …, ["Smtp:Password"] = …
    private string NameBefore(int sign, int floor)
    {
        var end = sign;
        while (end > floor && text[end - 1] is ' ' or '\t' or '"' or '\'' or ']' or '?')
            end--;
        var start = end;
        while (start > floor && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' or ':'))
            start--;
        return text.Substring(start, end - start);
    }
}
