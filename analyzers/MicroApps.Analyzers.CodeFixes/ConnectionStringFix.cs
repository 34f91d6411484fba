using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Reads a connection string from configuration, where code can reach one: MAPP1003.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConnectionStringFix)), Shared]
public sealed class ConnectionStringFix() : SourceFix(MAPP1003SecretInConnection.Id)
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    // What a name says of every connection string.
    private static readonly HashSet<string> s_general = new(StringComparer.OrdinalIgnoreCase) { "connection", "string", "conn", "str", "cs", "dsn", "url", "uri", "value", "text", "s" };

    private protected override void Offer(FixPlace place)
    {
        if (SecretPlaces.ExpressionAt(place.Root, place.Diagnostic) is not { } secret || !SecretPlaces.TakesLookup(secret, place.Model, place.Cancellation)
            || InScope.Configuration(place.Model, secret) is not { } configuration)
            return;
        var name = NameOf(SecretPlaces.NameAt(secret, place.Model, place.Cancellation));
        var read = $"{configuration}.GetConnectionString(\"{name}\")";
        var isInScope = place.Model.GetSpeculativeSymbolInfo(secret.SpanStart, SyntaxFactory.ParseExpression(read), SpeculativeBindingOption.BindAsExpression).Symbol is not null;
        var usings = isInScope ? null : UsingDirective.For(Namespace, secret);
        if (!isInScope && usings is null)
            return;
        var lookup = SecretLookup.Reading(secret, read, "ConnectionStrings:" + name, place.Model);
        place.Offer($"Read the connection string '{name}' from configuration", nameof(ConnectionStringFix), usings is { } line ? [line, new(secret.Span, lookup)] : [new(secret.Span, lookup)]);
    }

    // shopConnectionString: Shop
    private static string NameOf(string? target)
    {
        var words = target is null ? [] : NameWords.Of(target).Where(word => !s_general.Contains(word));
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1))) is { Length: > 0 } name ? name : "Default";
    }
}
