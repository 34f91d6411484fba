using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Writes a using directive.</summary>
internal static class UsingDirective
{
    /// <summary>The directive after those of the file, or of the namespace that holds them; null where a full name is better: in a file that has none and begins with directives of the compiler.</summary>
    public static TextChange? For(string name, SyntaxNode place)
    {
        var root = (CompilationUnitSyntax)place.SyntaxTree.GetRoot();
        var usings = root.Usings;
        for (var outer = place.Parent; outer is not null && usings.Count == 0; outer = outer.Parent)
            if (outer is BaseNamespaceDeclarationSyntax { Usings: { Count: > 0 } own })
                usings = own;
        var newLine = place.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";
        if (usings.Count == 0)
            return root.GetLeadingTrivia().Any(trivia => trivia.IsDirective) ? null : new(new(0, 0), $"using {name};{newLine}{newLine}");
        // Plain ones stand before those of members and aliases.
        var last = usings[0];
        foreach (var one in usings)
            if (one is { Alias: null, StaticKeyword.RawKind: 0 })
                last = one;
        var indent = last.GetLocation().GetLineSpan().StartLinePosition.Character;
        return new(new(last.Span.End, 0), newLine + new string(' ', indent) + $"using {name};");
    }
}
