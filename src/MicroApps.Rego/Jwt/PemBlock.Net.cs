namespace MicroApps.Rego;

/// <summary>The first PEM block of a text.</summary>
/// <param name="Label">What stands behind <c>BEGIN</c>.</param>
/// <param name="Bytes">What is inside.</param>
/// <param name="HasMore">Whether anything follows it.</param>
internal sealed record PemBlock(string Label, byte[] Bytes, bool HasMore)
{
    /// <summary>So many beginnings are tried: each is searched for its end.</summary>
    private const int MostTries = 16;

    private const string Begin = "-----BEGIN ", End = "-----END ", Dashes = "-----";

    /// <summary>Reads it; null when there is none.</summary>
    public static PemBlock? Read(string text)
    {
        for (var (at, tries) = (0, 0); tries < MostTries && (at = text.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0; at += Begin.Length, tries++)
            if ((at == 0 || text[at - 1] == '\n') && ReadAt(text, at + Begin.Length) is { } block)
                return block;
        return null;
    }

    private static PemBlock? ReadAt(string text, int at)
    {
        var lineEnd = text.IndexOf('\n', at);
        var first = lineEnd < 0 ? "" : text[at..lineEnd].TrimEnd();
        if (!first.EndsWith(Dashes, StringComparison.Ordinal))
            return null;
        var label = first[..^Dashes.Length];
        var trailer = $"\n{End}{label}{Dashes}";
        var end = text.IndexOf(trailer, lineEnd, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var rest = end + trailer.Length;
        var restEnd = text.IndexOf('\n', rest);
        var hasTail = !string.IsNullOrWhiteSpace(restEnd < 0 ? text[rest..] : text[rest..restEnd]);
        if (hasTail || !GoBase64.TryDecode(Body(text, lineEnd, end), isUrl: false, out var bytes, out _))
            return null;
        return new(label, bytes, restEnd >= 0 && restEnd + 1 < text.Length);
    }

    // Headers (Proc-Type: …) may stand before the letters.
    private static string Body(string text, int start, int end)
    {
        var lines = text[start..end].Split('\n').Select(l => l.Trim());
        return string.Concat(lines.SkipWhile(l => l.Length == 0 || l.Contains(':', StringComparison.Ordinal)));
    }
}
