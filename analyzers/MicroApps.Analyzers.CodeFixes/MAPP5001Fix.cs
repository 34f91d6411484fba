using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MicroApps.Analyzers;

/// <summary>Awaits a call of a model that blocks, and passes the token that is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MAPP5001Fix)), Shared]
public sealed class MAPP5001Fix() : SourceFix(MAPP5001ModelCall.Id)
{
    private protected override void Offer(FixPlace place)
    {
        var node = place.Node;
        if (place.Diagnostic.Properties.TryGetValue(MAPP5001ModelCall.TokenKey, out var token))
        {
            if (node is InvocationExpressionSyntax { ArgumentList: var list })
                place.Offer($"Pass '{token}'", "MAPP5001.Token", new TextSpan(list.CloseParenToken.SpanStart, 0), (list.Arguments.Count > 0 ? ", " : "") + $"cancellationToken: {token}");
        }
        else if (node is ExpressionSyntax block && Awaited(block) is { } call && MayAwait(block))
            place.Offer(
                "Await the call", "MAPP5001.Await", block.Span,
                block.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax ? $"(await {call})" : $"await {call}");
    }

    private static ExpressionSyntax? Awaited(ExpressionSyntax block)
    {
        var call = block switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result.Expression,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } wait } => wait.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } } } => awaiter.Expression,
            _ => null,
        };
        while (call is ParenthesizedExpressionSyntax inner)
            call = inner.Expression;
        return call;
    }

    private static bool MayAwait(SyntaxNode place)
    {
        for (var outer = place.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or QueryExpressionSyntax or CatchFilterClauseSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }

        return false;
    }
}
