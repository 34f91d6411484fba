using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MicroApps.Tests;

/// <summary>Speaks OpenAI's wire format: <c>/chat/completions</c> and <c>/embeddings</c> under any base path.</summary>
public sealed class FakeOpenAIServer : FakeModelServer
{
    public const int Dimensions = 6;

    private FakeOpenAIServer()
    {
    }

    public Uri Endpoint => new(Address, "/v1");

    public static async Task<FakeOpenAIServer> StartNewAsync()
    {
        var server = new FakeOpenAIServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>The vector that the server makes of a text.</summary>
    public static float[] Vector(string text, int dimensions = Dimensions) =>
        [.. Enumerable.Range(1, dimensions).Select(i => text.Aggregate(0.1f * i, (sum, c) => sum * 0.5f + c % (i + 7)))];

    /// <summary>The data of the events that stream an answer, without <c>[DONE]</c>.</summary>
    public static IEnumerable<string> Chunks(FakeAnswer answer, bool usage = true)
    {
        yield return Chunk(answer, new JsonObject { ["role"] = "assistant", ["content"] = "" });
        foreach (var piece in answer.Pieces(answer.Text))
            yield return Chunk(answer, new JsonObject { ["content"] = piece });
        foreach (var call in ToolCallPieces(answer))
            yield return Chunk(answer, new JsonObject { ["tool_calls"] = new JsonArray(call) });
        yield return Chunk(answer, [], FinishReason(answer));
        if (usage)
            yield return Envelope(answer, "chat.completion.chunk", [], Usage(answer)).ToJsonString();
    }

    public static string Completion(FakeAnswer answer)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = answer.Text.Length > 0 ? answer.Text : null, ["refusal"] = null };
        if (answer.ToolCalls.Length > 0)
            message["tool_calls"] = new JsonArray([.. answer.ToolCalls.Select(call => (JsonNode)Call(call.Id, call.Name, call.Arguments))]);
        var choice = new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = FinishReason(answer) };
        return Envelope(answer, "chat.completion", [choice], Usage(answer)).ToJsonString();
    }

    protected override Task AnswerAsync(HttpContext context, RecordedRequest request, FakeAnswer answer)
    {
        if (request.Path.EndsWith("/embeddings", StringComparison.Ordinal))
            return FakeReplies.Json(Embeddings(request))(context, request);
        if (!request.Path.EndsWith("/chat/completions", StringComparison.Ordinal))
            return FakeReplies.Json("""{"error":{"message":"no such path","type":"invalid_request_error","code":"unknown_url"}}""", 404)(context, request);
        if (!request.IsStreaming)
            return FakeReplies.Json(Completion(answer))(context, request);
        var usage = request.Json["stream_options"]?["include_usage"]?.GetValue<bool>() is true;
        return FakeReplies.Events(FakeEnd.Close, [.. Chunks(answer, usage), "[DONE]"])(context, request);
    }

    // Arguments of parallel calls take turns, as they may on the wire.
    private static IEnumerable<JsonNode> ToolCallPieces(FakeAnswer answer)
    {
        for (var i = 0; i < answer.ToolCalls.Length; i++)
            yield return Indexed(i, Call(answer.ToolCalls[i].Id, answer.ToolCalls[i].Name, ""));
        var pieces = answer.ToolCalls.Select(call => answer.Pieces(call.Arguments).ToArray()).ToArray();
        for (var turn = 0; turn < pieces.Select(all => all.Length).DefaultIfEmpty().Max(); turn++)
            for (var i = 0; i < pieces.Length; i++)
                if (turn < pieces[i].Length)
                    yield return Indexed(i, new JsonObject { ["function"] = new JsonObject { ["arguments"] = pieces[i][turn] } });
    }

    private static JsonObject Indexed(int index, JsonObject call)
    {
        call["index"] = index;
        return call;
    }

    private static JsonObject Call(string id, string name, string arguments) =>
        new() { ["id"] = id, ["type"] = "function", ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments } };

    private static string Chunk(FakeAnswer answer, JsonObject delta, string? finishReason = null)
    {
        var choice = new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finishReason };
        return Envelope(answer, "chat.completion.chunk", [choice], null).ToJsonString();
    }

    private static JsonObject Envelope(FakeAnswer answer, string kind, JsonArray choices, JsonObject? usage) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = kind,
        ["created"] = 1_767_225_600,
        ["model"] = answer.Model,
        ["choices"] = choices,
        ["usage"] = usage,
    };

    private static JsonObject Usage(FakeAnswer answer) => new()
    {
        ["prompt_tokens"] = answer.InputTokens,
        ["completion_tokens"] = answer.OutputTokens,
        ["total_tokens"] = answer.InputTokens + answer.OutputTokens,
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = answer.CachedTokens, ["audio_tokens"] = 0 },
        ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = answer.ReasoningTokens, ["audio_tokens"] = 0 },
    };

    private static string FinishReason(FakeAnswer answer) => answer.ToolCalls.Length > 0 ? "tool_calls" : "stop";

    private static string Embeddings(RecordedRequest request)
    {
        var dimensions = request.Json["dimensions"]?.GetValue<int>() ?? Dimensions;
        var base64 = request.Json["encoding_format"]?.ToString() == "base64";
        var texts = request.Json["input"]!.AsArray().Select(text => text!.ToString()).ToArray();
        var data = texts.Select((text, i) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = i,
            ["embedding"] = base64 ? Base64(Vector(text, dimensions)) : new JsonArray([.. Vector(text, dimensions).Select(value => (JsonNode)value)]),
        });
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. data]),
            ["model"] = "fake-embedding-2026-01",
            ["usage"] = new JsonObject { ["prompt_tokens"] = texts.Length, ["total_tokens"] = texts.Length },
        }.ToJsonString();
    }

    private static string Base64(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector[i]);
        return Convert.ToBase64String(bytes);
    }
}
