using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Writes what a user says: text alone as a string, which every server reads; text, images, audio and files as parts.</summary>
internal static class ContentParts
{
    public static JsonNode Write(IReadOnlyList<AIContent> contents)
    {
        var parts = contents.Where(content => !IsAside(content)).ToList();
        return parts.TrueForAll(part => part is TextContent)
            ? string.Concat(parts.Cast<TextContent>().Select(part => part.Text))
            : new JsonArray([.. parts.Select(Part)]);
    }

    /// <summary>Whether a content is about the conversation and not part of it: the API has no place for it and the model does not miss it.</summary>
    public static bool IsAside(AIContent content) =>
        content is TextReasoningContent or UsageContent or ErrorContent
        || (content is ToolCallContent and not FunctionCallContent)
        || (content is ToolResultContent and not FunctionResultContent);

    public static NotSupportedException Unsupported(AIContent content, string where)
    {
        var media = content switch { DataContent data => $" ({data.MediaType})", UriContent uri => $" ({uri.MediaType})", _ => "" };
        return new NotSupportedException($"Chat Completions has no place for {content.GetType().Name}{media} {where}. Remove it or send it as text.");
    }

    private static JsonNode Part(AIContent content) => content switch
    {
        TextContent text => TextPart(text.Text),
        DataContent data when data.HasTopLevelMediaType("image") => ImagePart(data.Uri, content),
        UriContent uri when uri.HasTopLevelMediaType("image") => ImagePart(uri.Uri.AbsoluteUri, content),
        DataContent data when AudioFormat(data.MediaType) is { } format => new JsonObject
        {
            ["type"] = "input_audio",
            ["input_audio"] = new JsonObject { ["data"] = data.Base64Data.ToString(), ["format"] = format },
        },
        DataContent { MediaType: "application/pdf" } pdf => FilePart(new() { ["filename"] = pdf.Name ?? "document.pdf", ["file_data"] = pdf.Uri }),
        DataContent data when data.HasTopLevelMediaType("text") || data.MediaType is "application/json" => TextPart(Encoding.UTF8.GetString(data.Data.Span)),
        HostedFileContent file => FilePart(new() { ["file_id"] = file.FileId }),
        _ => throw Unsupported(content, "in a message of the role user"),
    };

    private static JsonObject TextPart(string text) => new() { ["type"] = "text", ["text"] = text };

    private static JsonObject FilePart(JsonObject file) => new() { ["type"] = "file", ["file"] = file };

    private static JsonObject ImagePart(string uri, AIContent content)
    {
        var image = new JsonObject { ["url"] = uri };
        if (content.AdditionalProperties?.TryGetValue("detail", out string? detail) is true)
            image.Set("detail", detail);
        return new JsonObject { ["type"] = "image_url", ["image_url"] = image };
    }

    private static string? AudioFormat(string mediaType) => mediaType switch
    {
        "audio/wav" or "audio/wave" or "audio/x-wav" => "wav",
        "audio/mpeg" or "audio/mp3" => "mp3",
        _ => null,
    };
}
