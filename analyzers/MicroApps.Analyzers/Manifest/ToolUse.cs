using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Follows a function that is made to the options it is handed over in, and tells its name.</summary>
internal sealed class ToolUse(INamedTypeSymbol? options)
{
    private const string Suffix = "Async";

    /// <summary>Whether a function becomes a tool of chat options: where it is made, or by way of a variable.</summary>
    public bool IsHandedOver(IOperation made)
    {
        for (var outer = made.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case ISimpleAssignmentOperation { Target: var target }:
                    return IsTools(target);
                case IInvocationOperation { TargetMethod.Name: "Add", Instance: not IInstanceReferenceOperation and { } list }:
                    return IsTools(list);
                // new List<AITool> { … }
                case IInvocationOperation { TargetMethod.Name: "Add" }:
                    break;
                case IVariableDeclaratorOperation { Symbol.Name: var name, Syntax: var declared }:
                    return IsHandedOverLater(name, declared);
                case IInvocationOperation or IReturnOperation or IAnonymousFunctionOperation:
                    return false;
                case IObjectCreationOperation { Type.Name: not ("ApprovalRequiredAIFunction" or "List") }:
                    return false;
            }

        return false;
    }

    /// <summary>The name that the factory gives a function; null when it is not certain, as for a lambda.</summary>
    public static string? NameOf(IInvocationOperation call)
    {
        IMethodSymbol? method = null;
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter.Name: "options" or "target" or "createInstanceFunc" } && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return null;
            if (argument.Parameter?.Name == "name" && argument.Value.ConstantValue is not { HasValue: true, Value: null })
                return argument.Value.ConstantValue.Value as string;
            if (Unconverted(argument.Value) is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var referenced } })
                method = referenced;
        }

        return method is { MethodKind: MethodKind.Ordinary, IsOverride: false } ? NameOf(method) : null;
    }

    private static string? NameOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass?.Name == "DisplayNameAttribute")
                return attribute.ConstructorArguments is [{ Value: string shown }] ? shown : null;
        var isAsync = method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable";
        return isAsync && method.Name.EndsWith(Suffix, StringComparison.Ordinal) && method.Name.Length > Suffix.Length
            ? method.Name.Substring(0, method.Name.Length - Suffix.Length) : method.Name;
    }

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    private bool IsTools(IOperation target) =>
        target is IPropertyReferenceOperation { Property: { Name: "Tools", ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, options);

    private static bool IsHandedOverLater(string name, SyntaxNode declared)
    {
        var scope = declared.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax);
        if (scope is null)
            return false;
        foreach (var node in scope.DescendantNodes())
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Tools" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tools" }, Right: var value } && Names(value, name))
                return true;
        return false;
    }

    private static bool Names(ExpressionSyntax value, string name)
    {
        foreach (var node in value.DescendantNodesAndSelf())
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        return false;
    }
}
