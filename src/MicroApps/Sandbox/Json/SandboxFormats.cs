using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>Text within <c>format</c>, <c>pattern</c>, <c>minLength</c> and <c>maxLength</c>.</summary>
internal static class SandboxFormats
{
    /// <summary>The text of a format (date, e-mail, address …) in the source, or null.</summary>
    public static string? Find(SandboxShape shape, SandboxField field, SandboxSource source) => shape.Word("format") switch
    {
        "date" or "date-time" => source.Next(entity => entity.Kind == SandboxKind.Date && (entity.Text[0] == '[' || SandboxNumbers.IsoDate(entity.Text) is not null), field.Words.Contains("end", StringComparison.OrdinalIgnoreCase) ? 1 : 0),
        "email" or "idn-email" => source.Next(entity => entity.Kind == SandboxKind.Email),
        "uri" or "url" or "iri" => source.Next(entity => entity.Kind == SandboxKind.Url),
        "time" => source.Next(entity => entity.Kind == SandboxKind.Time && TimeOnly.TryParse(entity.Text, CultureInfo.InvariantCulture, out _)),
        _ => null,
    };

    /// <summary><paramref name="text"/> made to fit, or null when it cannot.</summary>
    public static string? Fit(SandboxShape shape, string text, SandboxSource source)
    {
        var pattern = shape.Word("pattern");
        var fitted = Formatted(shape.Word("format"), text);
        if (fitted is not null && pattern is not null && Found(pattern, fitted) is null)
            fitted = Found(pattern.TrimStart('^').TrimEnd('$'), source.Text);
        if (fitted is null)
            return null;
        fitted = Cut(fitted, shape.Count("maxLength", int.MaxValue)).TrimEnd();
        return Length(fitted) < shape.Count("minLength", 0) || (pattern is not null && Found(pattern, fitted) is null) ? null : fitted;
    }

    /// <summary>The smallest text that the schema allows.</summary>
    public static string Smallest(SandboxShape shape)
    {
        var least = shape.Count("minLength", 0);
        if (shape.Word("pattern") is { } pattern)
            return SandboxPatternExample.Of(pattern, least);
        var text = shape.Word("format") switch
        {
            "date" => "1970-01-01",
            "date-time" => "1970-01-01T00:00:00Z",
            "time" => "00:00:00Z",
            "duration" => "PT0S",
            "email" or "idn-email" => "nobody@example.invalid",
            "uri" or "url" or "iri" => "https://example.invalid/",
            "hostname" => "example.invalid",
            "uuid" => "00000000-0000-0000-0000-000000000000",
            "ipv4" => "0.0.0.0",
            "ipv6" => "::",
            _ => "",
        };
        return Cut(text.PadRight(least, '-'), shape.Count("maxLength", int.MaxValue));
    }

    /// <summary>Another text of the same shape.</summary>
    public static string Varied(SandboxShape shape, string text, int index)
    {
        if (shape.Word("format") is not null || shape.Word("pattern") is not null)
            return text;
        var number = index.ToString(CultureInfo.InvariantCulture);
        var most = shape.Count("maxLength", int.MaxValue);
        return Cut(text, Math.Max(0, most - number.Length)) + (number.Length <= most ? number : "");
    }

    private static string? Formatted(string? format, string text) => format switch
    {
        _ when text is ['[', ..] && SandboxWords.PlaceholderLength(text, 0) == text.Length => text,
        "date" => SandboxNumbers.IsoDate(text),
        "date-time" => SandboxNumbers.IsoDate(text) is { } date ? date + "T00:00:00Z" : null,
        "time" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + "Z" : null,
        "email" or "idn-email" => Whole(SandboxPatterns.Email(), text),
        "uri" or "url" or "iri" => Whole(SandboxPatterns.Url(), text),
        "uuid" => Guid.TryParse(text, out _) ? text : null,
        "ipv4" or "ipv6" => System.Net.IPAddress.TryParse(text, out _) ? text : null,
        "hostname" => Uri.CheckHostName(text) == UriHostNameType.Dns ? text : null,
        "duration" => null,
        _ => text,
    };

    private static string? Whole(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Value : null;

    // A pattern of the app's own: matched without backtracking, so that it cannot run away; one that needs it counts as unmatched.
    public static string? Found(string pattern, string text)
    {
        try
        {
            return Regex.Match(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) is { Success: true } match ? match.Value : null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(most))
            kept.Append(rune.ToString());
        return kept.ToString();
    }
}
