using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>An answer within the limits of the request, ready to be sent whole or in chunks.</summary>
internal sealed record SandboxOutput(string Text, IReadOnlyList<FunctionCallContent> Calls, ChatFinishReason FinishReason, UsageDetails Usage)
{
    private const int CharactersPerToken = 4;
    private const int LongestChunk = 48;

    /// <summary>Applies stop sequences, then the limit on tokens.</summary>
    public static SandboxOutput Of(SandboxReply reply, SandboxPrompt prompt, ChatOptions? options)
    {
        var text = SandboxContents.Clean(reply.Text);
        foreach (var stop in options?.StopSequences ?? [])
            if (!string.IsNullOrEmpty(stop) && text.IndexOf(stop, StringComparison.Ordinal) is >= 0 and var at)
                text = text[..at];
        var limit = options?.MaxOutputTokens is { } most ? Math.Max(1, most) * (long)CharactersPerToken : long.MaxValue;
        var cut = text.Length > limit;
        if (cut)
            text = Within(text, (int)limit);
        var input = Tokens(prompt.Characters + (options?.Instructions?.Length ?? 0) + ToolCharacters(options));
        var output = Tokens(text.Length + reply.Calls.Sum(call => SandboxContents.Length(call)));
        return new(text, reply.Calls, reply.Calls.Count > 0 ? ChatFinishReason.ToolCalls : cut ? ChatFinishReason.Length : ChatFinishReason.Stop,
            new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output });
    }

    /// <summary>The estimate of tokens for so many characters: four a token.</summary>
    public static long Tokens(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>Cuts text into words with the blanks after them; a placeholder or a surrogate pair is never split.</summary>
    public static IEnumerable<string> Chunks(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = ChunkEnd(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    private static int ChunkEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end - start < LongestChunk)
            end += text[end] == '[' ? Math.Max(1, SandboxWords.PlaceholderLength(text, end)) : char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
        while (end < text.Length && char.IsWhiteSpace(text[end]) && end - start < 2 * LongestChunk)
            end++;
        return end;
    }

    private static string Within(string text, int limit)
    {
        var length = 0;
        foreach (var chunk in Chunks(text))
        {
            if (length + chunk.Length > limit)
                break;
            length += chunk.Length;
        }
        if (length == 0)
            length = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return text[..length];
    }

    private static long ToolCharacters(ChatOptions? options) => (options?.Tools ?? []).Sum(tool =>
        (tool?.Name.Length ?? 0L) + (tool?.Description.Length ?? 0L) + (tool is AIFunctionDeclaration function ? SandboxTools.SchemaLength(function) : 0));
}
