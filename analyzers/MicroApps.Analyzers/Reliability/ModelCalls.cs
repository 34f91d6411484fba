using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Recognises calls of models, and tokens that they could be given.</summary>
internal sealed class ModelCalls(Compilation compilation, INamedTypeSymbol chat)
{
    private const string OfContext = ".RequestAborted";

    private readonly INamedTypeSymbol? _embeddings = compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IEmbeddingGenerator");
    private readonly INamedTypeSymbol? _token = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
    private readonly INamedTypeSymbol? _request = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.HttpContext");

    /// <summary>Whether it is a call that a model answers.</summary>
    public bool IsOne(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("GetResponseAsync" or "GetStreamingResponseAsync" or "GenerateAsync" or "GenerateVectorAsync" or "GenerateAndZipAsync"))
            return false;
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        while (receiver is IConversionOperation conversion)
            receiver = conversion.Operand;
        return Is(receiver?.Type, chat) || Is(receiver?.Type, _embeddings);
    }

    /// <summary>The token of the member around a call, or of its HTTP request, that is not passed to it; null when it is, or there is none.</summary>
    public string? DroppedToken(IInvocationOperation call, CancellationToken cancellation)
    {
        var isOmitted = false;
        foreach (var argument in call.Arguments)
            if (SymbolEqualityComparer.Default.Equals(argument.Parameter?.Type, _token))
                isOmitted = argument.ArgumentKind == ArgumentKind.DefaultValue;
        // await foreach (… in client.GetStreamingResponseAsync(…).WithCancellation(token))
        if (!isOmitted || call.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation" } || call.SemanticModel is not { } model)
            return null;
        for (var outer = call.Syntax.Parent; outer is not null; outer = outer.Parent)
        {
            if (TokenOf(outer, model, cancellation) is { } token)
                return token;
            if (outer is MemberDeclarationSyntax and not GlobalStatementSyntax)
                return OfRequest(outer, model, cancellation);
            if (IsStatic(outer))
                return null;
        }

        return null;
    }

    private string? TokenOf(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (function is SimpleLambdaExpressionSyntax { Parameter: var only })
            return TokenOf(only, _token, "", model, cancellation) ?? TokenOf(only, _request, OfContext, model, cancellation);
        var parameters = function switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
            LocalFunctionStatementSyntax local => local.ParameterList.Parameters,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
            _ => default,
        };
        string? request = null;
        foreach (var parameter in parameters)
            if (TokenOf(parameter, _token, "", model, cancellation) is { } token)
                return token;
            else
                request ??= TokenOf(parameter, _request, OfContext, model, cancellation);
        return request;
    }

    private static string? TokenOf(ParameterSyntax parameter, INamedTypeSymbol? type, string member, SemanticModel model, CancellationToken cancellation) =>
        type is not null && model.GetDeclaredSymbol(parameter, cancellation) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol.Type, type) ? symbol.Name + member : null;

    // A controller or a page has the request as its HttpContext.
    private string? OfRequest(SyntaxNode member, SemanticModel model, CancellationToken cancellation)
    {
        if (_request is null || model.GetDeclaredSymbol(member, cancellation) is not IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary, ContainingType: var type })
            return null;
        for (; type is not null; type = type.BaseType)
            if (type is { Name: "ControllerBase" or "PageModel", ContainingNamespace: var space } && space.ToDisplayString().StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal))
                return "HttpContext" + OfContext;
        return null;
    }

    private static bool IsStatic(SyntaxNode node) =>
        (node is LocalFunctionStatementSyntax function && function.Modifiers.Any(SyntaxKind.StaticKeyword)) || (node is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? contract)
    {
        if (type is null || contract is null)
            return false;
        if (SymbolEqualityComparer.Default.Equals(type, contract))
            return true;
        foreach (var one in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(one, contract))
                return true;
        return false;
    }
}
