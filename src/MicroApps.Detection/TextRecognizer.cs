namespace MicroApps.Detection;

/// <summary>Finds what no pattern describes, such as names, by looking at whole paragraphs. Derive to plug in a model or a service of your own.</summary>
/// <remarks>Shared by all threads. It must give the same findings for the same text.</remarks>
public abstract class TextRecognizer
{
    /// <summary>The longest text that is given to <see cref="Recognize"/>, in UTF-16 units.</summary>
    public const int MaxLength = 4096;

    /// <summary>Sets what is found.</summary>
    /// <exception cref="ArgumentException">No type, or a null one.</exception>
    protected TextRecognizer(params IReadOnlyList<EntityType> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        if (types.Count == 0 || types.Contains(null!))
            throw new ArgumentException("Name at least one type, and no null.", nameof(types));
        Types = [.. types];
    }

    /// <summary>What is found.</summary>
    public IReadOnlyList<EntityType> Types { get; }

    /// <summary>Finds everything in one paragraph, or in a piece of a long one: text up to an empty line, to a line's end after 1,024 units, or to a space.</summary>
    /// <param name="text">The paragraph with its line ends, at most <see cref="MaxLength"/> long.</param>
    /// <param name="findings">Receives what is found, from left to right without overlaps; positions count from the start of <paramref name="text"/>.</param>
    public abstract void Recognize(ReadOnlySpan<char> text, ICollection<Finding> findings);
}
