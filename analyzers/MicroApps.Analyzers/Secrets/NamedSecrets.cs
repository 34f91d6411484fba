using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds secrets that are named inside a longer text: JSON, headers, query strings, command lines.</summary>
internal static class NamedSecrets
{
    private const int MinLength = 20, MinOptionLength = 14;

    private const string InText = "the text around it";

    private static readonly TextScanner Scanner = CreateScanner();

    /// <summary>The first secret that a text names; null when there is none.</summary>
    public static NamedSecret? FindIn(string text)
    {
        if (text.Length < MinOptionLength || !SecretShapes.HasDigit(text.AsSpan()))
            return null;
        if (OptionText.FindIn(text) is { } option)
            return option;
        if (text.Length < MinLength || text.AsSpan().IndexOfAny(':', '=') < 0)
            return null;
        foreach (var finding in Scanner.Scan(text.AsSpan()))
            if (text.Substring(finding.Start, finding.Length) is var value && value.IndexOf('\0') < 0 && !SecretValues.IsReference(value))
                return new(value, NameBefore(text, finding.Start) ?? InText);
        return null;
    }

    // "apiKey": "…", api_key=…, Authorization: Bearer …
    private static string? NameBefore(string text, int start)
    {
        var end = EndOfName(text, start);
        var first = StartOfName(text, end);
        if (text.Substring(first, end - first) is "Bearer" or "Basic" or "Token" or "bearer" or "basic" or "token" && first > 1 && text[first - 1] == ' ')
        {
            end = EndOfName(text, first);
            first = StartOfName(text, end);
        }

        return end - first > 1 ? text.Substring(first, end - first) : null;
    }

    private static int EndOfName(string text, int i)
    {
        while (i > 0 && text[i - 1] is ' ' or '"' or '\'' or '\\' or ':' or '=' or '\t')
            i--;
        return i;
    }

    private static int StartOfName(string text, int i)
    {
        while (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '-' or '.'))
            i--;
        return i;
    }

    private static TextScanner CreateScanner()
    {
        var options = new TextScannerOptions();
        options.Types.Clear();
        options.Detectors.Add(new NamedTokenDetector());
        options.Detectors.Add(new PasswordDetector());
        options.Detectors.Add(new BasicAuthDetector());
        return new TextScanner(options);
    }
}
