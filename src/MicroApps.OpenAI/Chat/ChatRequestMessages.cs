using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Writes the conversation as Chat Completions messages.</summary>
internal static class ChatRequestMessages
{
    private static readonly ChatRole Developer = new("developer");

    public static JsonArray Write(string? instructions, IEnumerable<ChatMessage> messages, OpenAIFlavour flavour)
    {
        var written = new JsonArray();
        if (!string.IsNullOrEmpty(instructions))
            written.Add((JsonNode)Message("system", instructions));
        foreach (var message in messages)
            Append(written, message, flavour);
        return written;
    }

    private static void Append(JsonArray written, ChatMessage message, OpenAIFlavour flavour)
    {
        if (message.Role == ChatRole.Assistant)
            written.Add((JsonNode)Named(Assistant(message), message));
        // A tool's result is a message of its own, and must follow the assistant's call before anything else is said.
        foreach (var result in message.Contents.OfType<FunctionResultContent>())
            written.Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = ToolResult.Text(result) });
        if (message.Role == ChatRole.Assistant)
            return;
        if (message.Role == ChatRole.Tool)
            RequireOnlyResults(message);
        else if (message.Role == ChatRole.User)
            AddUser(written, message);
        else if (message.Role == ChatRole.System || message.Role == Developer)
            written.Add((JsonNode)Named(Message(SystemRole(message.Role, flavour), OnlyText(message)), message));
        else
            throw new NotSupportedException("A message has a role that Chat Completions does not know; use system, developer, user, assistant or tool.");
    }

    private static void AddUser(JsonArray written, ChatMessage message)
    {
        var said = message.Contents.Where(content => content is not FunctionResultContent).ToList();
        if (said.Count > 0 || message.Contents.Count == 0)
            written.Add((JsonNode)Named(Message("user", ContentParts.Write(said)), message));
    }

    private static JsonObject Assistant(ChatMessage message)
    {
        var text = OnlyText(message);
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToArray();
        var written = Message("assistant", text.Length == 0 && calls.Length > 0 ? null : text);
        if (calls.Length > 0)
            written["tool_calls"] = new JsonArray(calls);
        written.Set("refusal", message.Contents.OfType<ErrorContent>().FirstOrDefault(error => error.ErrorCode is ChatReply.RefusalCode)?.Message);
        return written;
    }

    private static JsonNode Call(FunctionCallContent call) => new JsonObject
    {
        ["id"] = call.CallId,
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = call.Name,
            ["arguments"] = call.Arguments is null ? "{}" : RequestJson.Text(call.Arguments, typeof(IDictionary<string, object?>)),
        },
    };

    private static string OnlyText(ChatMessage message)
    {
        foreach (var content in message.Contents)
            if (content is not (TextContent or FunctionResultContent) && !ContentParts.IsAside(content)
                && !(content is FunctionCallContent && message.Role == ChatRole.Assistant))
                throw ContentParts.Unsupported(content, $"in a message of the role {message.Role.Value}");
        return message.Text;
    }

    private static void RequireOnlyResults(ChatMessage message)
    {
        if (message.Contents.FirstOrDefault(content => content is not FunctionResultContent && !ContentParts.IsAside(content)) is { } other)
            throw ContentParts.Unsupported(other, "in a message of the role tool, which carries FunctionResultContent only");
    }

    private static string SystemRole(ChatRole role, OpenAIFlavour flavour) =>
        role == Developer && flavour is not OpenAIFlavour.Compatible ? "developer" : "system";

    private static JsonObject Message(string role, JsonNode? content) => new() { ["role"] = role, ["content"] = content };

    // The API takes letters, digits, _ and -; a name of another shape would make it refuse the whole request.
    private static JsonObject Named(JsonObject written, ChatMessage message)
    {
        if (message.AuthorName is { Length: > 0 and <= 64 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            written["name"] = name;
        return written;
    }
}
