using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>The text in the parts of a message.</summary>
internal static class SandboxContents
{
    /// <summary>Text of a part, or null when it holds none that can be read.</summary>
    public static string? TextOf(AIContent? content) => content switch
    {
        TextContent text => Clean(text.Text),
        DataContent data when data.HasTopLevelMediaType("text") => Encoding.UTF8.GetString(data.Data.Span),
        _ => null,
    };

    /// <summary>The result of a tool as text: strings as they are, other values as JSON.</summary>
    public static string Text(FunctionResultContent result) => Clean(result.Result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        JsonElement { ValueKind: JsonValueKind.Undefined } => "",
        JsonElement json => json.GetRawText(),
        JsonNode json => json.ToJsonString(),
        IEnumerable<AIContent> parts => string.Join("\n", parts.Select(TextOf).OfType<string>()),
        AIContent part => TextOf(part) ?? "",
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString(),
    });

    /// <summary>How many characters a part counts for.</summary>
    public static long Length(AIContent? content) => content switch
    {
        TextContent text => text.Text?.Length ?? 0,
        TextReasoningContent text => text.Text?.Length ?? 0,
        FunctionCallContent call => (call.Name?.Length ?? 0) + (call.Arguments?.Sum(argument => argument.Key.Length + (argument.Value?.ToString()?.Length ?? 0L)) ?? 0),
        FunctionResultContent result => Text(result).Length,
        DataContent data when data.HasTopLevelMediaType("text") => data.Data.Length,
        DataContent or UriContent => 1024,
        _ => 0,
    };

    /// <summary>The text with lone surrogates replaced, so that every answer is valid Unicode.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        StringBuilder? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                (mended ??= new StringBuilder(text))[i] = '\uFFFD';
        }
        return mended?.ToString() ?? text;
    }
}
