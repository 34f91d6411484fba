namespace MicroApps;

/// <summary>Where a piece of text of a governed call comes from.</summary>
public enum TextOrigin
{
    /// <summary>The app's own instructions: system prompt, developer message, stop sequences.</summary>
    Instructions,

    /// <summary>The app's user.</summary>
    User,

    /// <summary>The model's earlier answers.</summary>
    Assistant,

    /// <summary>Arguments of a tool call that the model asked for.</summary>
    ToolArguments,

    /// <summary>What a tool returned: untrusted.</summary>
    ToolResult,

    /// <summary>Names, descriptions and schemas of tools and response formats.</summary>
    Declaration,

    /// <summary>Files, links and text data: untrusted.</summary>
    Attachment,

    /// <summary>Additional properties that travel with a request.</summary>
    Property,
}
