using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Reads the token counts of an answer or of embeddings.</summary>
internal static class ChatUsage
{
    private const string InputDetails = "prompt_tokens_details";
    private const string OutputDetails = "completion_tokens_details";

    public static UsageDetails? Read(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } usage)
            return null;
        var input = usage.Property(InputDetails) ?? default;
        var output = usage.Property(OutputDetails) ?? default;
        var details = new UsageDetails
        {
            InputTokenCount = usage.Number("prompt_tokens"),
            OutputTokenCount = usage.Number("completion_tokens"),
            TotalTokenCount = usage.Number("total_tokens"),
            CachedInputTokenCount = input.Number("cached_tokens"),
            ReasoningTokenCount = output.Number("reasoning_tokens"),
        };
        AddOthers(details, InputDetails, input);
        AddOthers(details, OutputDetails, output);
        return details;
    }

    private static void AddOthers(UsageDetails details, string group, JsonElement counts)
    {
        if (counts.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var count in counts.EnumerateObject())
            if (count.Name is not ("cached_tokens" or "reasoning_tokens") && counts.Number(count.Name) is { } number and not 0)
                (details.AdditionalCounts ??= [])[$"{group}.{count.Name}"] = number;
    }
}
