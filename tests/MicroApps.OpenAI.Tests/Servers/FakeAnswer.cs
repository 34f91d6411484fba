namespace MicroApps.Tests;

/// <summary>What a fake model says, whatever wire format its server speaks and whether it streams.</summary>
public sealed record FakeAnswer(string Text = "", params FakeToolCall[] ToolCalls)
{
    public string Model { get; init; } = "fake-model-2026-01";
    public int InputTokens { get; init; } = 11;
    public int CachedTokens { get; init; }
    public int OutputTokens { get; init; } = 7;
    public int ReasoningTokens { get; init; }

    /// <summary>How many characters each piece of a streamed text or argument has.</summary>
    public int PieceLength { get; init; } = 3;

    public IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length; start += PieceLength)
            yield return text.Substring(start, Math.Min(PieceLength, text.Length - start));
    }
}

/// <summary>A call that a fake model makes; the arguments are sent as they are, so they may be malformed.</summary>
public sealed record FakeToolCall(string Id, string Name, string Arguments);
