using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>Tells where an endpoint is only spoken of: in what is thrown or logged, in a test of a host, in a list of hosts that are kept out.</summary>
internal static class EndpointPlace
{
    private static readonly string[] s_keptOut = ["Block", "Deny", "Denied", "Forbid", "Banned", "Disallow", "Reject"];

    public static bool IsOnlySpokenOf(SyntaxNode node)
    {
        // What a call is given is used, whatever is then done with what it returns.
        var isUsed = false;
        for (var (inner, outer) = (node, node.Parent); outer is not null; inner = outer, outer = outer.Parent)
            switch (outer)
            {
                case ThrowStatementSyntax or ThrowExpressionSyntax or ConstantPatternSyntax or CaseSwitchLabelSyntax:
                    return true;
                case BinaryExpressionSyntax comparison when !isUsed && (comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression)):
                    return true;
                case ObjectCreationExpressionSyntax { Type: var type } when type.ToString().EndsWith("Exception", StringComparison.Ordinal):
                    return true;
                case InvocationExpressionSyntax call when inner is ArgumentListSyntax arguments:
                    if (!isUsed && IsTestOrMessage(NameOf(call), arguments, node))
                        return true;
                    isUsed |= NameOf(call) != "Format" && !FoldedShape.JoinsText(call);
                    break;
                case AttributeSyntax { Name: var name }:
                    return IsText(name.ToString());
                case VariableDeclaratorSyntax { Identifier.ValueText: var name }:
                    return KeepsOut(name);
                case PropertyDeclarationSyntax { Identifier.ValueText: var name }:
                    return KeepsOut(name);
                case AssignmentExpressionSyntax { Left: var left } when SecretTarget.NameOfExpression(left) is { } name && KeepsOut(name):
                    return true;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }

        return false;
    }

    private static bool IsTestOrMessage(string name, ArgumentListSyntax arguments, SyntaxNode node) => name switch
    {
        "StartsWith" or "EndsWith" or "Contains" or "Equals" or "IndexOf" or "LastIndexOf" or "Compare" or "IsMatch" or "Remove" or "TrimStart" or "TrimEnd" => true,
        "Replace" => arguments.Arguments.Count > 0 && arguments.Arguments[0].Span.Contains(node.Span),
        "Write" or "WriteLine" or "Debug" or "Information" or "Warning" or "Error" or "Verbose" or "Fatal" or "Trace" or "Fail" or "Assert" => true,
        "Equal" or "NotEqual" or "DoesNotContain" or "AreEqual" or "AreNotEqual" or "True" or "False" => true,
        _ => name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Throw", StringComparison.Ordinal) || KeepsOut(name),
    };

    private static bool IsText(string attribute)
    {
        var name = attribute.Substring(attribute.LastIndexOf('.') + 1);
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
        return name is "Description" or "Obsolete" or "Display" or "DisplayName" or "SuppressMessage" or "UnconditionalSuppressMessage" or "Category" or "Experimental"
            or "AssemblyMetadata" or "AssemblyDescription" or "EndpointDescription" or "EndpointSummary" or "Summary" or "Remarks" or "Trait";
    }

    private static bool KeepsOut(string name)
    {
        foreach (var word in s_keptOut)
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => "",
    };
}
