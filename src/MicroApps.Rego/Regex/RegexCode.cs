using System.Text;

namespace MicroApps.Rego;

/// <summary>The instructions of a pattern and what is known about them. Immutable.</summary>
internal sealed class RegexCode
{
    public RegexCode(RegexNode root, int groups)
    {
        Classes = new(root);
        Instructions = RegexCompiler.Compile(root, Classes, out var start);
        (Start, Slots, IsAnchored) = (start, 2 * groups, Anchored(root));
        var prefix = new StringBuilder();
        IsLiteral = AppendPrefix(root, prefix) && prefix.Length > 0;
        Prefix = prefix.ToString();
    }

    public RuneClasses Classes { get; }

    public RegexInstruction[] Instructions { get; }

    /// <summary>Where matching begins.</summary>
    public int Start { get; }

    /// <summary>How many places a match has: two for itself and for each group.</summary>
    public int Slots { get; }

    /// <summary>Whether a match can only be at the beginning of the text.</summary>
    public bool IsAnchored { get; }

    /// <summary>The text with which every match begins; may be empty.</summary>
    public string Prefix { get; }

    /// <summary>Whether <see cref="Prefix"/> is all there is to the pattern.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether an instruction takes a class.</summary>
    public bool Accepts(in RegexInstruction instruction, int @class) => instruction.Operation == RegexOperation.Class
        ? instruction.Argument == @class
        : Classes.Contains(instruction.Argument, @class);

    private static bool Anchored(RegexNode node) => node.Kind switch
    {
        RegexKind.Assert => node.Place == RegexPlace.BeginText,
        RegexKind.Capture or RegexKind.Concat => Anchored(node.Children[0]),
        RegexKind.Repeat => node.Min > 0 && Anchored(node.Children[0]),
        RegexKind.Alternate => node.Children.All(Anchored),
        _ => false,
    };

    /// <summary>Adds the text with which a part begins; says whether that is all of the part.</summary>
    private static bool AppendPrefix(RegexNode node, StringBuilder prefix)
    {
        switch (node.Kind)
        {
            // U+FFFD also stands for broken surrogates, which a search for text would not find.
            case RegexKind.Runes when node.Set.Single is >= 0 and not Runes.Replacement and var rune:
                prefix.Append(char.ConvertFromUtf32(rune));
                return true;
            case RegexKind.Empty:
                return true;
            case RegexKind.Capture:
                return AppendPrefix(node.Children[0], prefix);
            case RegexKind.Concat:
                return node.Children.All(child => AppendPrefix(child, prefix));
            case RegexKind.Repeat when node.Min > 0:
                AppendPrefix(node.Children[0], prefix);
                return false;
            default:
                return false;
        }
    }
}
