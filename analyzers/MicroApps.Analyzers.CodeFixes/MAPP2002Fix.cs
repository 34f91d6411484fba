using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Takes the governed chat client, where code can reach it, in place of one made by hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP2002Fix)), Shared]
public sealed class MAPP2002Fix() : SourceFix(MAPP2002RawClient.Id)
{
    private const string Key = "MAPP2002.Governed";

    private protected override void Offer(FixPlace place)
    {
        var model = place.Model;
        // Without the SDK's builder nobody registers a governed client.
        if (model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IChatClient") is not { } chat || model.Compilation.GetTypeByMetadataName("MicroApps.MicroAppBuilder") is null
            || place.Node is not ExpressionSyntax creation)
            return;
        var whole = WholeOf(creation);
        var type = model.GetTypeInfo(whole, place.Cancellation);
        if (!IsDisposedHere(whole) && (SymbolEqualityComparer.Default.Equals(type.Type, chat) || SymbolEqualityComparer.Default.Equals(type.ConvertedType, chat)) && Governed(model, whole, chat) is { } governed)
            place.Offer($"Use the governed client: {governed}", Key, whole.Span, governed);
    }

    // new ChatClient(…).AsIChatClient(), new OpenAIClient(…).GetChatClient("…").AsIChatClient()
    private static ExpressionSyntax WholeOf(ExpressionSyntax creation)
    {
        while (creation.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetChatClient" or "AsIChatClient", Parent: InvocationExpressionSyntax call })
            creation = call;
        return creation;
    }

    // The container disposes its own.
    private static bool IsDisposedHere(ExpressionSyntax whole) =>
        whole.FirstAncestorOrSelf<StatementSyntax>() is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    private static string? Governed(SemanticModel model, ExpressionSyntax whole, INamedTypeSymbol chat)
    {
        if (whole.Parent is not AssignmentExpressionSyntax && InScope.Find(model, whole, chat) is { } injected)
            return injected;
        if (model.Compilation.GetTypeByMetadataName("System.IServiceProvider") is not { } provider || InScope.Find(model, whole, provider, "Services") is not { } services)
            return null;
        var text = $"{services}.GetRequiredService<{chat.ToMinimalDisplayString(model, whole.SpanStart)}>()";
        // Only where the extension is imported.
        var bound = model.GetSpeculativeSymbolInfo(whole.SpanStart, SyntaxFactory.ParseExpression(text), SpeculativeBindingOption.BindAsExpression).Symbol;
        return bound is IMethodSymbol { ReturnType: var made } && SymbolEqualityComparer.Default.Equals(made, chat) ? text : null;
    }
}
