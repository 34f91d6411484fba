using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Finds secrets that are named inside a longer text: JSON, headers, query strings, command lines.</summary>
internal static class NamedSecrets
{
    private const int MinLength = 20;

    private static readonly TextScanner Scanner = CreateScanner();

    /// <summary>The first secret that a text names; null when there is none.</summary>
    public static string? FindIn(string text)
    {
        if (text.Length < MinLength || text.AsSpan().IndexOfAny(':', '=') < 0 || !SecretShapes.HasDigit(text.AsSpan()))
            return null;
        foreach (var finding in Scanner.Scan(text.AsSpan()))
            if (text.Substring(finding.Start, finding.Length) is var value && value.IndexOf('\0') < 0 && !SecretValues.IsReference(value))
                return value;
        return null;
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
