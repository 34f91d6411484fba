using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>An additional file and what is in it.</summary>
internal sealed class ContentFile(string path, SourceText text)
{
    public string Path => path;

    public SourceText Source => text;

    /// <summary>The same for the same name and content.</summary>
    public string Key { get; } = $"{path}\n{Convert.ToBase64String([.. text.GetChecksum()])}\n";

    /// <summary>The file, or null when it cannot be read, which the compiler tells.</summary>
    public static ContentFile? Open(AdditionalText file, CancellationToken cancellation) =>
        file.GetText(cancellation) is { } text ? new(file.Path, text) : null;

    /// <summary>The word that stands at a place.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1, in UTF-16 units.</param>
    public Location At(int line, int column)
    {
        var place = text.Lines[Math.Max(0, Math.Min(line, text.Lines.Count) - 1)];
        var start = Math.Min(place.Start + Math.Max(0, column - 1), place.End);
        var end = start;
        while (end < place.End && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or '}' or ']'))
            end++;
        var span = TextSpan.FromBounds(start, end == start && start < place.End ? start + 1 : end);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The word at a place whose column counts characters, as Rego does.</summary>
    public Location AtCharacter(int line, int column)
    {
        var place = text.Lines[Math.Max(0, Math.Min(line, text.Lines.Count) - 1)];
        var units = 0;
        for (var left = column - 1; left > 0 && place.Start + units < place.End; left--)
            units += char.IsHighSurrogate(text[place.Start + units]) ? 2 : 1;
        return At(line, units + 1);
    }
}
