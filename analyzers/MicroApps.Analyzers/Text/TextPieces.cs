using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MicroApps.Analyzers;

/// <summary>Takes a text apart: the values that interpolation, sums, arrays, and calls that join or shorten text put into it.</summary>
internal static class TextPieces
{
    public static List<IOperation> Of(IOperation value)
    {
        var pieces = new List<IOperation>();
        Add(value, pieces);
        return pieces;
    }

    /// <summary>One step back: what a variable was declared with; the value itself when it is no variable.</summary>
    public static IOperation Declared(IOperation value, CancellationToken cancellation)
    {
        if (value is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var reference] }, SemanticModel: { } model }
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initial }
            || initial.SyntaxTree != model.SyntaxTree
            || model.GetOperation(initial, cancellation) is not { } operation)
            return value;
        while (operation is IConversionOperation or IAwaitOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IAwaitOperation)operation).Operation;
        return operation;
    }

    private static void Add(IOperation? value, List<IOperation> pieces)
    {
        switch (value)
        {
            case null or ILiteralOperation:
                break;
            case IConversionOperation conversion:
                Add(conversion.Operand, pieces);
                break;
            case IParenthesizedOperation inner:
                Add(inner.Operand, pieces);
                break;
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                    if (part is IInterpolationOperation hole)
                        Add(hole.Expression, pieces);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Add(sum.LeftOperand, pieces);
                Add(sum.RightOperand, pieces);
                break;
            case ICoalesceOperation choice:
                Add(choice.Value, pieces);
                Add(choice.WhenNull, pieces);
                break;
            case IConditionalAccessOperation access:
                Add(access.WhenNotNull, pieces);
                break;
            case IArrayCreationOperation { Initializer: { } list }:
                foreach (var element in list.ElementValues)
                    Add(element, pieces);
                break;
            case ICollectionExpressionOperation list:
                foreach (var element in list.Elements)
                    Add(element, pieces);
                break;
            case IInvocationOperation call when JoinsOrShortens(call):
                Add(call.Instance, pieces);
                foreach (var argument in call.Arguments)
                    Add(argument.Value, pieces);
                break;
            default:
                pieces.Add(value);
                break;
        }
    }

    private static bool JoinsOrShortens(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType.SpecialType: SpecialType.System_String, ReturnType.SpecialType: SpecialType.System_String } => true,
        { ContainingType: { Name: "JsonSerializer", ContainingNamespace.Name: "Json" }, Name: "Serialize" } => true,
        { Name: "ToString", Parameters.IsEmpty: true } => true,
        _ => false,
    };
}
