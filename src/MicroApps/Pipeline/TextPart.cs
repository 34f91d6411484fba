namespace MicroApps;

/// <summary>One piece of text that would leave the process: a message, a leaf of a tool argument, a description …</summary>
/// <remarks>Guards replace the text; the surface puts the replacement where the text came from. Not thread-safe.</remarks>
public sealed class TextPart
{
    /// <summary>Creates a part.</summary>
    public TextPart(TextOrigin origin, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Origin = origin;
        Original = text;
        Text = text;
    }

    /// <summary>Where the text comes from.</summary>
    public TextOrigin Origin { get; }

    /// <summary>Whether the text comes from outside the app and its user, and may carry instructions of somebody else.</summary>
    public bool IsUntrusted => Origin is TextOrigin.ToolResult or TextOrigin.Attachment or TextOrigin.Assistant or TextOrigin.ToolArguments;

    /// <summary>Whether the text goes on where the part before ends, so that a value may begin in one and end in the other.</summary>
    public bool ContinuesPrevious { get; init; }

    /// <summary>The text as the caller gave it.</summary>
    public string Original { get; }

    /// <summary>The text that will leave the process.</summary>
    public string Text { get; private set; }

    /// <summary>Whether a guard replaced the text.</summary>
    public bool IsChanged => !ReferenceEquals(Text, Original);

    /// <summary>Replaces the text that will leave the process.</summary>
    public void Replace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }
}
