namespace MicroApps;

/// <summary>A streaming rewrite of one text of a response. Output is the same for every way of splitting the input.</summary>
/// <remarks>One instance for each text stream; not thread-safe. It holds back only what could still become part of a match.</remarks>
public abstract class TextTransform
{
    /// <summary>True, and the chunk counts as seen, when nothing is held back and the chunk passes as it is: no allocation.</summary>
    public abstract bool TryPassThrough(ReadOnlySpan<char> chunk);

    /// <summary>Takes a chunk and appends what is final to <paramref name="output"/>.</summary>
    public abstract void Append(ReadOnlySpan<char> chunk, TextOutput output);

    /// <summary>Ends the text (or a stretch of it that no match can cross) and appends what was held back.</summary>
    public abstract void Complete(TextOutput output);
}
