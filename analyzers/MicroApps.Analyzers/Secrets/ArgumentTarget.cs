using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Finds the name of what an argument is for.</summary>
internal static class ArgumentTarget
{
    /// <summary>By its own name, by the text before it, or by the name of what is called.</summary>
    public static string? NameOf(ArgumentSyntax argument)
    {
        if (argument.NameColon is { } named)
            return named.Name.Identifier.ValueText;
        return argument.Parent?.Parent switch
        {
            InvocationExpressionSyntax call => NameOf(call, argument),
            BaseObjectCreationExpressionSyntax creation when creation.ArgumentList is { } list => TextBefore(list.Arguments, argument) ?? NameOf(creation),
            _ => null,
        };
    }

    /// <summary>By the parameter, or by the element of the tuple, that it goes to: what only the semantic model knows.</summary>
    public static string? NameOf(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.Parent is TupleExpressionSyntax tuple)
            return model.GetTypeInfo(tuple, cancellation).ConvertedType is INamedTypeSymbol { IsTupleType: true } type && tuple.Arguments.IndexOf(argument) is var i && i < type.TupleElements.Length
                ? type.TupleElements[i].Name
                : null;
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list)
            return null;
        var symbol = model.GetSymbolInfo(call, cancellation);
        var called = symbol.Symbol ?? (symbol.CandidateSymbols.Length > 0 ? symbol.CandidateSymbols[0] : null);
        if (called is not IMethodSymbol method)
            return null;
        var name = argument.NameColon?.Name.Identifier.ValueText ?? NameOf(method.Parameters, list.Arguments.IndexOf(argument));
        // "key" as a parameter is that of a dictionary, elsewhere.
        return name != "key" ? name : IsCryptographic(method.ContainingNamespace) ? "cryptographic key" : null;
    }

    /// <summary>By the parameter of an attribute's constructor.</summary>
    public static string? NameOf(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellation) =>
        argument is { NameEquals: null, NameColon: null, Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list }
        && model.GetSymbolInfo(attribute, cancellation).Symbol is IMethodSymbol method
            ? NameOf(method.Parameters, list.Arguments.IndexOf(argument))
            : null;

    private static bool IsCryptographic(INamespaceSymbol? called) =>
        called?.ToDisplayString() is "System.Security.Cryptography" or "Microsoft.IdentityModel.Tokens";

    private static string? NameOf(System.Collections.Immutable.ImmutableArray<IParameterSymbol> parameters, int i) =>
        i < parameters.Length ? parameters[i].Name
        : parameters.Length > 0 && parameters[parameters.Length - 1] is { IsParams: true } rest ? rest.Name
        : null;

    private static string? NameOf(InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax plain => plain.Identifier.ValueText,
            _ => "",
        };
        if (name is "Equals" or "Compare" or "FixedTimeEquals" or "CompareOrdinal")
            return Compared(call, argument);
        if (name is "Replace" or "Format" or "Equal" or "NotEqual" or "StartsWith" or "EndsWith" or "Contains" or "IndexOf" or "Split")
            return null;
        if (TextBefore(call.ArgumentList.Arguments, argument) is { } before)
            return before;
        return call.ArgumentList.Arguments.Count == 1 && IsSetter(name) ? name : null;
    }

    private static bool IsSetter(string name) =>
        name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("With", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal);

    // headers.Add("X-Api-Key", "…"), KeyValuePair.Create("Password", "…")
    private static string? TextBefore(SeparatedSyntaxList<ArgumentSyntax> arguments, ArgumentSyntax argument) =>
        arguments.Count > 1 && arguments[1] == argument && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;

    // password.Equals("…"), string.Equals(password, "…")
    private static string? Compared(InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        foreach (var other in call.ArgumentList.Arguments)
            if (other != argument && SecretTarget.NameOfExpression(other.Expression) is { } name && name is not ("Ordinal" or "OrdinalIgnoreCase"))
                return name;
        return call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } ? SecretTarget.NameOfExpression(receiver) : null;
    }

    // new ApiKeyCredential("…"), new SymmetricSecurityKey("…"u8)
    private static string? NameOf(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments.Count: 1 } && TypeName(type) is var name
        && (name.EndsWith("Credential", StringComparison.Ordinal) || name.EndsWith("SecurityKey", StringComparison.Ordinal))
            ? name
            : null;

    private static string TypeName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
