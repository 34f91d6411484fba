namespace MicroApps.Detection;

/// <summary>A set of strings, compared without regard to case, that is asked with spans.</summary>
internal sealed class StringSet
{
    private readonly HashSet<string> _strings;

    public StringSet(IEnumerable<string> strings) => _strings = new(strings, StringComparer.OrdinalIgnoreCase);

    public bool Contains(ReadOnlySpan<char> text) => _strings.Contains(text.ToString());
}
