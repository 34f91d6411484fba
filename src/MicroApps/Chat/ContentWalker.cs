using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Walks over the texts of message contents. What changes is rebuilt; the caller's objects stay as they are.</summary>
/// <remarks>
/// Raw representations and annotations of earlier answers are left out of what is sent: an inner client may prefer a raw object over the
/// text beside it, and no guard has seen it.
/// </remarks>
internal static class ContentWalker
{
    /// <summary>Walks the contents of one message or tool result; null when nothing changes.</summary>
    public static List<AIContent>? Walk(IList<AIContent> contents, TextOrigin origin, TextVisitor visitor)
    {
        List<AIContent>? rebuilt = null;
        for (var i = 0; i < contents.Count; i++)
        {
            var content = contents[i];
            var continues = i > 0 && content is TextContent && contents[i - 1] is TextContent;
            var visited = Walk(content, origin, visitor, continues);
            if (!ReferenceEquals(visited, content))
                rebuilt ??= [.. contents.Take(i)];
            rebuilt?.Add(visited);
        }

        return rebuilt;
    }

    /// <summary>Walks one content; the same object when nothing changes.</summary>
    public static AIContent Walk(AIContent content, TextOrigin origin, TextVisitor visitor, bool continuesPrevious = false)
    {
        var visited = content switch
        {
            TextContent text => WalkText(text, origin, visitor, continuesPrevious),
            TextReasoningContent reasoning => WalkReasoning(reasoning, origin, visitor),
            FunctionCallContent call => WalkCall(call, visitor),
            FunctionResultContent result => WalkResult(result, visitor),
            DataContent data => WalkData(data, visitor),
            UriContent link => WalkUri(link, visitor),
            ErrorContent error => WalkError(error, origin, visitor),
            UsageContent usage => IsPlain(usage) ? usage : new UsageContent(usage.Details),
            ToolApprovalRequestContent request => WalkApproval(request, visitor),
            ToolApprovalResponseContent response => WalkApproval(response, visitor),
            _ => Unreadable(content, visitor),
        };
        return WithProperties(content, visited, visitor);
    }

    private static TextContent WalkText(TextContent content, TextOrigin origin, TextVisitor visitor, bool continuesPrevious)
    {
        var text = visitor.Visit(origin, content.Text, continuesPrevious);
        return ReferenceEquals(text, content.Text) && IsPlain(content) ? content : new TextContent(text);
    }

    private static TextReasoningContent WalkReasoning(TextReasoningContent content, TextOrigin origin, TextVisitor visitor)
    {
        var text = visitor.VisitOptional(origin, content.Text) ?? "";
        // Protected data is the provider's own, sealed: it goes back as it came, and without the text that it belongs to it is void.
        return ReferenceEquals(text, content.Text) && IsPlain(content)
            ? content
            : new TextReasoningContent(text) { ProtectedData = content.ProtectedData };
    }

    private static FunctionCallContent WalkCall(FunctionCallContent call, TextVisitor visitor)
    {
        var arguments = call.Arguments is null ? null : JsonWalker.WalkMap(call.Arguments, TextOrigin.ToolArguments, visitor);
        return arguments is null && IsPlain(call) && call.Exception is null
            ? call
            : new FunctionCallContent(call.CallId, call.Name, arguments ?? call.Arguments) { InformationalOnly = call.InformationalOnly };
    }

    private static FunctionResultContent WalkResult(FunctionResultContent result, TextVisitor visitor)
    {
        var value = JsonWalker.Walk(result.Result, TextOrigin.ToolResult, visitor);
        return ReferenceEquals(value, result.Result) && IsPlain(result) && result.Exception is null
            ? result
            : new FunctionResultContent(result.CallId, value);
    }

    private static DataContent WalkData(DataContent data, TextVisitor visitor)
    {
        var name = visitor.VisitOptional(TextOrigin.Attachment, data.Name);
        if (!IsText(data.MediaType))
        {
            visitor.AddUnscannable(data.Data.Length);
            return ReferenceEquals(name, data.Name) && IsPlain(data) ? data : new DataContent(data.Data, data.MediaType) { Name = name };
        }

        var text = Encoding.UTF8.GetString(data.Data.Span);
        var visited = WalkAttachment(text, data.MediaType, visitor);
        return ReferenceEquals(visited, text) && ReferenceEquals(name, data.Name) && IsPlain(data)
            ? data
            : new DataContent(ReferenceEquals(visited, text) ? data.Data : Encoding.UTF8.GetBytes(visited), data.MediaType) { Name = name };
    }

    // The escapes of JSON would hide values from a scan of its text, so it is read by its leaves; what does not parse is text.
    private static string WalkAttachment(string text, string mediaType, TextVisitor visitor)
    {
        if (text.Length == 0)
            return text;
        if (!mediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
            return visitor.Visit(TextOrigin.Attachment, text);
        if (TryParse(text.TrimStart('\uFEFF'), out var json))
            return WalkJson(text, json, visitor);

        // JSON lines, or no JSON at all: each line that is JSON is read as such.
        var lines = text.Split('\n');
        var visited = lines.Select(line => TryParse(line, out var value) ? WalkJson(line, value, visitor) : visitor.Visit(TextOrigin.Attachment, line)).ToArray();
        return visited.Zip(lines).All(pair => ReferenceEquals(pair.First, pair.Second)) ? text : string.Join('\n', visited);
    }

    private static string WalkJson(string text, JsonElement json, TextVisitor visitor) =>
        JsonWalker.Walk(json, TextOrigin.Attachment, visitor) is { } changed ? changed.GetRawText() : text;

    private static bool TryParse(string text, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    private static AIContent WalkUri(UriContent link, TextVisitor visitor)
    {
        if (link.Uri.OriginalString.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            // Not a link at all: what it holds is read as any other data.
            var data = new DataContent(link.Uri.OriginalString);
            var read = WalkData(data, visitor);
            return ReferenceEquals(read, data) && IsPlain(link) ? link : read;
        }

        // What stands percent-encoded in a link is read as what it means.
        var text = Uri.UnescapeDataString(link.Uri.OriginalString);
        var visited = visitor.Visit(TextOrigin.Attachment, text);
        // Whatever its media type: what it points to is fetched elsewhere, past every guard.
        visitor.AddUnscannable(0);
        return ReferenceEquals(visited, text) && IsPlain(link) ? link : new UriContent(ReferenceEquals(visited, text) ? link.Uri : new Uri(visited), link.MediaType);
    }

    private static ErrorContent WalkError(ErrorContent error, TextOrigin origin, TextVisitor visitor)
    {
        var message = visitor.VisitOptional(origin, error.Message);
        var details = visitor.VisitOptional(origin, error.Details);
        var code = visitor.VisitOptional(origin, error.ErrorCode);
        return ReferenceEquals(message, error.Message) && ReferenceEquals(details, error.Details) && ReferenceEquals(code, error.ErrorCode) && IsPlain(error)
            ? error
            : new ErrorContent(message) { ErrorCode = code, Details = details };
    }

    private static ToolApprovalRequestContent WalkApproval(ToolApprovalRequestContent request, TextVisitor visitor)
    {
        var call = request.ToolCall is FunctionCallContent function ? WalkCall(function, visitor) : Unreadable(request.ToolCall, visitor);
        return ReferenceEquals(call, request.ToolCall) && IsPlain(request) ? request : new ToolApprovalRequestContent(request.RequestId, (ToolCallContent)call);
    }

    private static ToolApprovalResponseContent WalkApproval(ToolApprovalResponseContent response, TextVisitor visitor)
    {
        var reason = visitor.VisitOptional(TextOrigin.User, response.Reason);
        var call = response.ToolCall is FunctionCallContent function ? WalkCall(function, visitor) : Unreadable(response.ToolCall, visitor);
        return ReferenceEquals(call, response.ToolCall) && ReferenceEquals(reason, response.Reason) && IsPlain(response)
            ? response
            : new ToolApprovalResponseContent(response.RequestId, response.Approved, (ToolCallContent)call) { Reason = reason };
    }

    private static AIContent Unreadable(AIContent content, TextVisitor visitor)
    {
        visitor.AddUnscannable(0);
        return content;
    }

    private static AIContent WithProperties(AIContent original, AIContent visited, TextVisitor visitor)
    {
        if (original.AdditionalProperties is not { Count: > 0 } properties)
            return visited;

        var changed = JsonWalker.WalkMap(properties, TextOrigin.Property, visitor);
        if (changed is null)
        {
            if (!ReferenceEquals(visited, original))
                visited.AdditionalProperties = properties;
            return visited;
        }

        if (ReferenceEquals(visited, original))
            throw new NotSupportedException($"The additional properties of a {original.GetType().Name} hold values that must be redacted, and its kind of content cannot be copied. Remove them from its AdditionalProperties.");
        visited.AdditionalProperties = new AdditionalPropertiesDictionary(changed);
        return visited;
    }

    // Additional properties may change later in the walk, so a content that has any is copied; it costs little and is rare.
    private static bool IsPlain(AIContent content) =>
        content.RawRepresentation is null && content.Annotations is null or { Count: 0 } && content.AdditionalProperties is null or { Count: 0 };

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase)
        || mediaType.Contains("yaml", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("/javascript", StringComparison.OrdinalIgnoreCase);
}
