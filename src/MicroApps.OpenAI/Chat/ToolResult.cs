using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Writes a tool's result as the text that a tool message carries.</summary>
internal static class ToolResult
{
    public static string Text(FunctionResultContent result) => result.Result switch
    {
        null => result.Exception is null ? "" : "Error: the tool failed.",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        TextContent text => text.Text,
        IEnumerable<AIContent> contents when contents.ToList() is var list => list.TrueForAll(content => content is TextContent)
            ? string.Concat(list.Cast<TextContent>().Select(text => text.Text))
            : RequestJson.Text(list, typeof(IList<AIContent>)),
        AIContent content => RequestJson.Text(content, typeof(AIContent)),
        var value => RequestJson.Text(value, typeof(object)),
    };
}
