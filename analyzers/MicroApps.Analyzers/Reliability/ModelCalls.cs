using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Recognises calls of models, and tokens that they could be given.</summary>
internal sealed class ModelCalls(Compilation compilation, INamedTypeSymbol chat)
{
    private readonly INamedTypeSymbol? _embeddings = compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IEmbeddingGenerator");
    private readonly INamedTypeSymbol? _token = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");

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

    /// <summary>The name of the token of the member around a call that is not passed to it; null when it is, or there is none.</summary>
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
            var parameters = outer switch
            {
                BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
                LocalFunctionStatementSyntax function => function.ParameterList.Parameters,
                ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
                _ => default,
            };
            foreach (var parameter in parameters)
                if (model.GetDeclaredSymbol(parameter, cancellation) is { } symbol && SymbolEqualityComparer.Default.Equals(symbol.Type, _token))
                    return symbol.Name;
            if (outer is MemberDeclarationSyntax || (outer is LocalFunctionStatementSyntax { Modifiers: var own } && own.Any(SyntaxKind.StaticKeyword)))
                return null;
        }

        return null;
    }

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
