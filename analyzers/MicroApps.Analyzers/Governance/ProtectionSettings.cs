using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Finds protections that settings files switch off, under the names that the SDK reads: section <c>MicroApp</c>.</summary>
internal static class ProtectionSettings
{
    public const string PersonalData = "Personal data leaves unredacted", Secrets = "Secrets leave unredacted", MinScore = "At this score no finding is redacted";

    private const string Section = "MicroApp", Redaction = Section + ":Redaction:";

    /// <summary>Where something is switched off, and what.</summary>
    public static IEnumerable<(TextSpan Span, string What)> Off(string text, string path)
    {
        if (text.IndexOf(Section, StringComparison.OrdinalIgnoreCase) < 0)
            yield break;
        var settings = SettingsFile.KindOf(path) == SettingsKind.Json ? new JsonSettings(text, withNumbers: true).Read() : SettingsReader.Read(text, SettingsKind.Lines);
        foreach (var setting in settings)
            if (What(KeyOf(setting.Name), setting.Value) is { } what)
                yield return (new(setting.Start, setting.Length), what);
    }

    // In a file of variables, also as one of a list of them: profiles:App:environmentVariables:MicroApp__Redaction__Secrets.
    private static string KeyOf(string name) => (name.IndexOf("__", StringComparison.Ordinal) < 0 ? name : name.Substring(name.LastIndexOf(':') + 1)).Replace("__", ":");

    private static string? What(string key, string value)
    {
        if (!key.StartsWith(Redaction, StringComparison.OrdinalIgnoreCase))
            return null;
        return key.Substring(Redaction.Length).ToLowerInvariant() switch
        {
            "personaldata" when IsAllow(value) => PersonalData,
            "secrets" when IsAllow(value) => Secrets,
            "minscore" when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var score) && score >= 1 => MinScore,
            _ => null,
        };
    }

    private static bool IsAllow(string value) => string.Equals(value.Trim(), "allow", StringComparison.OrdinalIgnoreCase) || value.Trim() == "4";
}
