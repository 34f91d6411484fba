using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Finds the addresses that requests are made to: calls of an <c>HttpClient</c> or a <c>ClientWebSocket</c>, requests, base addresses.</summary>
internal sealed class HttpAddresses
{
    private readonly INamedTypeSymbol? _http, _request, _socket;

    private HttpAddresses(INamedTypeSymbol? http, INamedTypeSymbol? request, INamedTypeSymbol? socket) => (_http, _request, _socket) = (http, request, socket);

    /// <summary>Null when nothing of it is referenced.</summary>
    public static HttpAddresses? In(Compilation compilation)
    {
        var http = compilation.GetTypeByMetadataName("System.Net.Http.HttpClient");
        var socket = compilation.GetTypeByMetadataName("System.Net.WebSockets.ClientWebSocket");
        return http is null && socket is null ? null : new(http, compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestMessage"), socket);
    }

    /// <summary>The address of a call; null when it is none.</summary>
    public IOperation? Of(IInvocationOperation call)
    {
        // The cheap question first: most calls are of other types.
        var method = call.TargetMethod;
        if (!method.IsExtensionMethod && !Is(method.ContainingType, _http) && !Is(method.ContainingType, _socket))
            return null;
        if (!TakesAddress(method))
            return null;
        var type = call.Instance?.Type ?? (method.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Type : null);
        if (!Is(type, _http) && !Is(type, _socket))
            return null;
        foreach (var argument in call.Arguments)
            if (IsAddress(argument.Parameter))
                return argument.Value;
        return null;
    }

    /// <summary>The address of a request that is made.</summary>
    public IOperation? Of(IObjectCreationOperation creation) => Is(creation.Type, _request) && creation.Arguments.Length > 1 ? creation.Arguments[1].Value : null;

    /// <summary>The address that a client or a request is given.</summary>
    public IOperation? Of(ISimpleAssignmentOperation assignment) =>
        IsToAddress(assignment.Syntax) && assignment.Target is IPropertyReferenceOperation { Property: { Name: "BaseAddress" or "RequestUri" } property }
            && Is(property.ContainingType, property.Name == "BaseAddress" ? _http : _request) ? assignment.Value : null;

    // By syntax: the target of an assignment is bound when it is asked for.
    private static bool IsToAddress(SyntaxNode assignment) => assignment is AssignmentExpressionSyntax { Left: var left } && left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText is "BaseAddress" or "RequestUri",
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText is "BaseAddress" or "RequestUri",
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText is "BaseAddress" or "RequestUri",
        _ => false,
    };

    private static bool TakesAddress(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if (IsAddress(parameter))
                return true;
        return false;
    }

    private static bool IsAddress(IParameterSymbol? parameter) => parameter?.Name is "requestUri" or "uri" or "url";

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        if (wanted is null)
            return false;
        for (; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, wanted))
                return true;
        return false;
    }
}
