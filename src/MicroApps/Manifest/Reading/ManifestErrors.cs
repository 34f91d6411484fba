namespace MicroApps;

/// <summary>Collects what is wrong; stops at a number that no person reads, so that a hostile file cannot fill the memory.</summary>
internal sealed class ManifestErrors(string file)
{
    public const int Most = 100;

    private readonly List<ManifestError> _errors = [];

    public int Count { get; private set; }

    /// <summary>Whether more errors are only counted, so that their wording need not be worked out.</summary>
    public bool IsFull => Count >= Most;

    public void Add(YamlNode at, string field, string message, string mend) => Add(at.Line, at.Column, field, message, mend);

    public void Add(int line, int column, string field, string message, string mend)
    {
        if (++Count <= Most) _errors.Add(new(file, line, column, field, message, mend));
    }

    /// <summary>The errors by place. <see cref="Enumerable.OrderBy{T, K}(IEnumerable{T}, Func{T, K})"/> keeps those of one place in the order in which they were found.</summary>
    public IReadOnlyList<ManifestError> Sorted()
    {
        List<ManifestError> sorted = [.. _errors.OrderBy(e => e.Line).ThenBy(e => e.Column)];
        if (Count > Most)
            sorted.Add(new(file, sorted[Most - 1].Line, sorted[Most - 1].Column, "", $"there are {Count - Most} more errors", "Mend these first"));
        return sorted;
    }
}
