using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>What the model wants to say or call.</summary>
internal sealed record SandboxReply(string Text, IReadOnlyList<FunctionCallContent> Calls)
{
    /// <summary>An answer for a program: nothing is added to it.</summary>
    public static SandboxReply Exact(string text) => new(text, []);

    /// <summary>An answer for a person: it says that it comes from the sandbox model.</summary>
    public static SandboxReply Marked(string text) => new($"{text}{(text.Contains('\n', StringComparison.Ordinal) ? "\n\n" : " ")}{SandboxPrompt.Marker}", []);
}
