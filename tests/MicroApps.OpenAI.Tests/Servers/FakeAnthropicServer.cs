using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MicroApps.Tests;

/// <summary>Speaks Anthropic's wire format: <c>/v1/messages</c>. Its client sends the key as <c>Authorization: Bearer</c>.</summary>
public sealed class FakeAnthropicServer : FakeModelServer
{
    private FakeAnthropicServer()
    {
    }

    public static async Task<FakeAnthropicServer> StartNewAsync()
    {
        var server = new FakeAnthropicServer();
        await server.StartAsync();
        return server;
    }

    protected override Task AnswerAsync(HttpContext context, RecordedRequest request, FakeAnswer answer) => request switch
    {
        { Path: not "/v1/messages" } => FakeReplies.Json("""{"type":"error","error":{"type":"not_found_error","message":"no such path"}}""", 404)(context, request),
        { IsStreaming: true } => StreamAsync(context, request, answer),
        _ => FakeReplies.Json(Message(answer, Content(answer), StopReason(answer), answer.OutputTokens).ToJsonString())(context, request),
    };

    private static Task StreamAsync(HttpContext context, RecordedRequest request, FakeAnswer answer)
    {
        var events = Events(answer).Select(json => System.Text.Encoding.UTF8.GetBytes($"event: {json["type"]}\ndata: {json.ToJsonString()}\n\n"));
        return FakeReplies.Pieces(FakeEnd.Close, events)(context, request);
    }

    private static IEnumerable<JsonObject> Events(FakeAnswer answer)
    {
        yield return new() { ["type"] = "message_start", ["message"] = Message(answer, [], null, 1) };
        var index = 0;
        if (answer.Text.Length > 0)
            foreach (var json in Block(index++, Text(""), answer.Pieces(answer.Text).Select(piece => new JsonObject { ["type"] = "text_delta", ["text"] = piece })))
                yield return json;
        foreach (var call in answer.ToolCalls)
            foreach (var json in Block(index++, ToolUse(call, []), answer.Pieces(call.Arguments).Select(piece => new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = piece })))
                yield return json;
        yield return new()
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = StopReason(answer), ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = answer.OutputTokens },
        };
        yield return new() { ["type"] = "message_stop" };
    }

    private static IEnumerable<JsonObject> Block(int index, JsonObject start, IEnumerable<JsonObject> deltas)
    {
        yield return new() { ["type"] = "content_block_start", ["index"] = index, ["content_block"] = start };
        foreach (var delta in deltas)
            yield return new() { ["type"] = "content_block_delta", ["index"] = index, ["delta"] = delta };
        yield return new() { ["type"] = "content_block_stop", ["index"] = index };
    }

    private static JsonObject Message(FakeAnswer answer, JsonArray content, string? stopReason, int outputTokens) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = answer.Model,
        ["content"] = content,
        ["stop_reason"] = stopReason,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = answer.InputTokens,
            ["cache_read_input_tokens"] = answer.CachedTokens,
            ["cache_creation_input_tokens"] = 0,
            ["output_tokens"] = outputTokens,
        },
    };

    private static JsonArray Content(FakeAnswer answer) =>
    [
        .. answer.Text.Length > 0 ? [Text(answer.Text)] : Array.Empty<JsonNode>(),
        .. answer.ToolCalls.Select(call => ToolUse(call, JsonNode.Parse(call.Arguments)!.AsObject())),
    ];

    private static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    private static JsonObject ToolUse(FakeToolCall call, JsonObject input) =>
        new() { ["type"] = "tool_use", ["id"] = call.Id, ["name"] = call.Name, ["input"] = input };

    private static string StopReason(FakeAnswer answer) => answer.ToolCalls.Length > 0 ? "tool_use" : "end_turn";
}
