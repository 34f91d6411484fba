using System.Buffers;

namespace MicroApps;

/// <summary>Names that come from outside and go into messages and records: cut to a harmless form.</summary>
internal static class SafeText
{
    private const int MaxLength = 96;

    private static readonly SearchValues<char> s_safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/+");

    /// <summary>The name when it is short and plain; otherwise a word that says it is not.</summary>
    public static string Name(string? name) =>
        string.IsNullOrEmpty(name) ? "" : name.Length <= MaxLength && !name.AsSpan().ContainsAnyExcept(s_safe) ? name : "(not a plain name)";
}
