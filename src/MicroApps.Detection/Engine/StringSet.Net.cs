using System.Collections.Frozen;

namespace MicroApps.Detection;

/// <summary>A set of strings, compared without regard to case, that is asked with spans.</summary>
internal sealed class StringSet(IEnumerable<string> strings)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _strings =
        strings.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> text) => _strings.Contains(text);
}
