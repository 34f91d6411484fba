using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds secrets among the options of a command line: <c>--token …</c>, <c>--password=…</c>.</summary>
internal static class OptionText
{
    private const string Mark = "--";

    /// <summary>The first secret that an option names; null when there is none.</summary>
    public static NamedSecret? FindIn(string text)
    {
        for (var i = text.IndexOf(Mark, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Mark, i + Mark.Length, StringComparison.Ordinal))
        {
            var start = i + Mark.Length;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))
                end++;
            if (end == start || end == text.Length || text[end] is not (' ' or '='))
                continue;
            var value = ValueAt(text, end);
            if (value.Length > 0 && IsSecret(text.Substring(start, end - start), value))
                return new(value, text.Substring(i, end - i));
        }

        return null;
    }

    private static string ValueAt(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '=' or '"' or '\'')
            start++;
        var end = start;
        while (end < text.Length && text[end] is not (' ' or '"' or '\'' or '\n' or '\r' or '\t'))
            end++;
        return text.Substring(start, end - start);
    }

    private static bool IsSecret(string name, string value) =>
        SecretValues.MayBe(value) && SecretValues.IsUnlikeAWord(value) && SecretShapes.HasDigit(value.AsSpan()) && !SecretValues.IsReference(value)
        && SecretNames.Classify(name, []) is var kind and not SecretKind.None && SecretValues.Is(value, kind);
}
