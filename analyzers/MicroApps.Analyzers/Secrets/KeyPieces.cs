using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MicroApps.Detection;

namespace MicroApps.Analyzers;

/// <summary>Keys that an expression puts together from pieces.</summary>
internal static class KeyPieces
{
    private const int MinPiece = 3;

    /// <summary>Whether a piece could be the beginning of a key, so that it is worth asking which names are constants.</summary>
    public static bool MayBeIn(ExpressionSyntax expression)
    {
        var hasName = false;
        foreach (var node in expression.DescendantNodesAndSelf())
            if (node is LiteralExpressionSyntax { Token.Value: string text } && IsPieceOfKey(text))
                return true;
            else if (node is InterpolatedStringTextSyntax part && IsPieceOfKey(part.TextToken.ValueText))
                return true;
            else
                hasName |= node is IdentifierNameSyntax;
        // Names alone: those of constants begin with a capital.
        return hasName && expression is BinaryExpressionSyntax sum && IsConstantName(sum.Left) && IsConstantName(sum.Right);
    }

    private static bool IsPieceOfKey(string text) =>
        text.Length >= MinPiece && text.IndexOf(' ') < 0 && (text[text.Length - 1] is '-' or '_' || (text.Length >= KnownCredentials.MinLength && TokenRuns.NextLine(text, 0).Start < text.Length));

    private static bool IsConstantName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => char.IsUpper(name.Identifier.ValueText[0]),
        MemberAccessExpressionSyntax member => char.IsUpper(member.Name.Identifier.ValueText[0]),
        _ => false,
    };

    /// <summary>Whether a credential stands in no single piece as it is written, where the pass over the file has seen it.</summary>
    public static bool AreNew(FoldedText folded, Finding finding)
    {
        foreach (var (start, end, isAsWritten) in folded.Places)
        {
            if (isAsWritten && start <= finding.Start && finding.End <= end)
                return false;
            if (isAsWritten && start < finding.End && finding.Start < end && KnownCredentials.AreIn(folded.Text.Substring(start, end - start)))
                return false;
        }

        return true;
    }
}
