namespace MicroApps;

/// <summary>What kind of text of a response is being transformed.</summary>
public enum ResponseTextKind
{
    /// <summary>The answer itself.</summary>
    Answer,

    /// <summary>The model's reasoning.</summary>
    Reasoning,
}
