using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Writes the body of a Chat Completions request; the caller's objects stay as they are, the messages are read once.</summary>
internal static class ChatRequest
{
    public static BinaryData Write(IChatClient client, ModelSettings settings, IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream)
    {
        var body = RequestJson.From(options?.RawRepresentationFactory?.Invoke(client));
        body["model"] = options?.ModelId ?? settings.Model;
        body["messages"] = ChatRequestMessages.Write(options?.Instructions, messages, settings.Flavour);
        body.Remove("stream");
        if (options is not null)
            Apply(body, options, settings);
        if (!stream)
            return RequestJson.ToUtf8(body);
        body["stream"] = true;
        if (settings.StreamUsage)
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        return RequestJson.ToUtf8(body);
    }

    private static void Apply(JsonObject body, ChatOptions options, ModelSettings settings)
    {
        if (options.ContinuationToken is not null)
            throw new NotSupportedException("Chat Completions cannot resume an answer: leave ChatOptions.ContinuationToken null.");
        body.Set("temperature", options.Temperature);
        body.Set("top_p", options.TopP);
        body.Set("frequency_penalty", options.FrequencyPenalty);
        body.Set("presence_penalty", options.PresencePenalty);
        body.Set("seed", options.Seed);
        body.Set("reasoning_effort", Effort(options.Reasoning?.Effort));
        if (settings.Flavour is OpenAIFlavour.Compatible)
            body.Set("top_k", options.TopK);
        if (options.StopSequences is { Count: > 0 } stops)
            body["stop"] = new JsonArray([.. stops.Select(stop => (JsonNode?)stop)]);
        if (options.AdditionalProperties?.TryGetValue("user", out string? user) is true)
            body.Set("user", user);
        SetOutputLimit(body, options.MaxOutputTokens, settings.OutputLimit);
        ChatRequestTools.Apply(body, options);
        body.Set("response_format", ChatRequestTools.ResponseFormat(options));
    }

    // One field only: some servers reject a request that has both, others would follow the wrong one.
    private static void SetOutputLimit(JsonObject body, int? limit, string field)
    {
        if (limit is null)
            return;
        body.Remove("max_tokens");
        body.Remove("max_completion_tokens");
        body[field] = limit;
    }

    private static string? Effort(ReasoningEffort? effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        ReasoningEffort.ExtraHigh => "xhigh",
        _ => null,
    };
}
