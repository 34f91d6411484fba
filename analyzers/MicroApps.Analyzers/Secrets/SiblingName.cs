using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>
/// The literal right before a value in a list, a tuple or the arguments of a command: <c>["--token", "…"]</c>, <c>("API_KEY", "…")</c>,
/// <c>list.Add("--token"); list.Add("…")</c>. Read from the text: a walk over the elements of a long list costs much.
/// </summary>
internal static class SiblingName
{
    private const int MaxName = 64;

    public static string? Of(ExpressionSyntax value)
    {
        if (value.Parent is not (ExpressionElementSyntax or InitializerExpressionSyntax or ArgumentSyntax))
            return null;
        var text = value.SyntaxTree.GetText();
        var i = Back(text, value.SpanStart - 1);
        if (i < 0)
            return null;
        if (text[i] == ',' && LiteralAt(text, Back(text, i - 1)) is { } before)
            return value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax } || IsOption(before) ? before : null;
        return text[i] == '(' && CallBefore(text, i) is { } added && IsOption(added) ? added : null;
    }

    /// <summary>Whether a name is that of an option of a command, or of a setting: not a word of prose.</summary>
    public static bool IsOptionOrSetting(string name) => IsOption(name) || name.IndexOf(':') > 0 || (name.IndexOf('_') > 0 && IsUpper(name));

    private static bool IsOption(string name) => name.Length > 2 && name[0] == '-';

    private static bool IsUpper(string name)
    {
        foreach (var c in name)
            if (char.IsLower(c))
                return false;
        return true;
    }

    // From the bracket of "list.Add(" back to the literal of the call before it, in a chain or in a statement of its own.
    private static string? CallBefore(SourceText text, int bracket)
    {
        var i = bracket - 1;
        var end = i;
        while (i >= 0 && char.IsLetterOrDigit(text[i]))
            i--;
        if (end - i < 3 || text[i + 1] != 'A' || i < 0 || text[i] != '.')
            return null;
        while (i >= 0 && (char.IsLetterOrDigit(text[i]) || text[i] is '.' or '_' or '!' or '?'))
            i--;
        i = Back(text, i);
        i = i >= 0 && text[i] == ';' ? Back(text, i - 1) : i;
        return i > 0 && text[i] == ')' ? LiteralAt(text, Back(text, i - 1)) : null;
    }

    private static string? LiteralAt(SourceText text, int end)
    {
        if (end < 1 || text[end] != '"')
            return null;
        for (var start = end - 1; start >= 0 && end - start <= MaxName && text[start] is not ('\n' or '\\'); start--)
            if (text[start] == '"')
                return text.ToString(TextSpan.FromBounds(start + 1, end)) is var name && IsName(name) ? name : null;
        return null;
    }

    // "pwd: '" is a piece of a text.
    private static bool IsName(string text)
    {
        foreach (var c in text)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ':'))
                return false;
        return text.Length > 1 && (char.IsLetter(text[0]) || text[0] == '-') && char.IsLetterOrDigit(text[text.Length - 1]);
    }

    private static int Back(SourceText text, int i)
    {
        while (i >= 0 && char.IsWhiteSpace(text[i]))
            i--;
        return i;
    }
}
