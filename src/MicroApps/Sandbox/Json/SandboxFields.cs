using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>Property names that a request lists in words ("as JSON with the fields name, date and amount").</summary>
internal static partial class SandboxFields
{
    private const int MostFields = 30;

    /// <summary>The names that the request, else the system prompt, lists.</summary>
    public static IReadOnlyList<string> Named(SandboxPrompt prompt) => Listed(prompt.Task) is { Count: > 0 } own ? own : Listed(prompt.System);

    /// <summary>The value for a named field: a number when the text gives one, text, or null.</summary>
    public static JsonNode? Value(SandboxField field, SandboxSource source)
    {
        if (field.Kind is SandboxKind.Keyword or SandboxKind.Action && field.Name.EndsWith('s'))
            return new JsonArray([.. SandboxValues.List(field, source).Select(item => JsonValue.Create(item))]);
        return SandboxValues.Text(field, source) is { } text ? JsonValue.Create(text) : null;
    }

    private static List<string> Listed(string text)
    {
        if (Key().Matches(text) is { Count: > 0 } keys)
            return [.. keys.Select(key => key.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(MostFields)];
        if (List().Match(text) is not { Success: true } match)
            return [];
        var names = Separator().Split(match.Groups[1].Value).Select(name => name.Trim(' ', '"', '\'', '`', '{', '}', '.', ':', '“', '”'));
        return [.. names.Where(name => name.Length is > 0 and < 40 && name.Count(c => c == ' ') < 3).Distinct(StringComparer.Ordinal).Take(MostFields)];
    }

    // {"category": "…", "priority": "…"}
    [GeneratedRegex(@"""([A-Za-z_][\w-]{0,40})""\s{0,4}:", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?:fields|keys|properties|felder[n]?|schlüssel[n]?|eigenschaften|champs|clés|campos|claves|campi|chiavi|velden|sleutels|chaves)\b:?\s([^.\n?]{2,300})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@",\s?(?:and |und |et |y |e |en )?|\s(?:and|und|et|y|e|en)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();
}
