using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MicroApps.Analyzers;

/// <summary>The text that an expression puts together from pieces; what is not known until run time is a NUL.</summary>
internal sealed class FoldedText
{
    private const char Unknown = '\0';
    private const int MaxLength = 64 * 1024;

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, bool IsAsWritten)> _pieces = [];
    private readonly SemanticModel? _model;
    private readonly CancellationToken _cancellation;

    private FoldedText(SemanticModel? model, CancellationToken cancellation) => (_model, _cancellation) = (model, cancellation);

    public string Text { get; private set; } = "";

    /// <summary>Whether names are in it that could be those of constants.</summary>
    public bool HasNames { get; private set; }

    /// <summary>Where the known pieces are in the text, and whether each stands in the source as it is.</summary>
    public IReadOnlyList<(int Start, int End, bool IsAsWritten)> Places => _pieces;

    /// <summary>The known pieces of the text.</summary>
    public IEnumerable<string> Pieces
    {
        get
        {
            foreach (var (start, end, _) in _pieces)
                yield return Text.Substring(start, end - start);
        }
    }

    /// <summary>
    /// The text of an expression that puts pieces together, or of a literal with escapes; null for all others and for parts of such an expression.
    /// Without a model, constants are not known.
    /// </summary>
    public static FoldedText? Of(ExpressionSyntax expression, SemanticModel? model, CancellationToken cancellation) =>
        FoldedShape.IsWhole(expression) ? OfWhole(expression, model, cancellation) : null;

    /// <summary>The text of an expression that is known to put pieces together.</summary>
    public static FoldedText OfWhole(ExpressionSyntax expression, SemanticModel? model, CancellationToken cancellation)
    {
        var folded = new FoldedText(model, cancellation);
        folded.Add(expression);
        folded.Text = folded._text.ToString();
        return folded;
    }

    private void Add(ExpressionSyntax expression)
    {
        if (_text.Length > MaxLength)
            return;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                Add(inner.Expression);
                break;
            case LiteralExpressionSyntax literal when literal.Token.Value is string or char:
                AddPiece(literal.Token.ValueText, literal.Token.Text.IndexOf(literal.Token.ValueText, StringComparison.Ordinal) >= 0);
                break;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                AddSum(sum);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var part in interpolated.Contents)
                    AddPart(part);
                break;
            case InvocationExpressionSyntax call when FoldedShape.PartsOf(call) is { } parts:
                foreach (var part in parts)
                    Add(part);
                break;
            case InvocationExpressionSyntax call when FoldedShape.IsFormat(call):
                AddFormat(call.ArgumentList.Arguments);
                break;
            case ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }] }:
                Add(first);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                AddConstant(expression);
                break;
            default:
                _text.Append(Unknown);
                break;
        }
    }

    // Sums lean to the left and may be long: no recursion.
    private void AddSum(BinaryExpressionSyntax sum)
    {
        var right = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression))
        {
            right.Push(inner.Right);
            left = inner.Left;
        }

        Add(left);
        while (right.Count > 0)
            Add(right.Pop());
    }

    // "{0}{1}": a hole without an alignment and a format is its argument.
    private void AddFormat(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        var format = ((LiteralExpressionSyntax)arguments[0].Expression).Token.ValueText;
        for (var start = 0; start < format.Length;)
        {
            var open = format.IndexOf('{', start);
            var close = open < 0 ? -1 : format.IndexOf('}', open);
            if (close < 0)
            {
                AddPiece(format.Substring(start), isAsWritten: true);
                return;
            }

            if (open > start)
                AddPiece(format.Substring(start, open - start), isAsWritten: true);
            if (int.TryParse(format.Substring(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i + 1 < arguments.Count)
                Add(arguments[i + 1].Expression);
            else
                _text.Append(Unknown);
            start = close + 1;
        }
    }

    private void AddPart(InterpolatedStringContentSyntax part)
    {
        if (part is InterpolatedStringTextSyntax text)
            AddPiece(text.TextToken.ValueText, text.TextToken.Text == text.TextToken.ValueText);
        else if (part is InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole)
            Add(hole.Expression);
        else
            _text.Append(Unknown);
    }

    private void AddConstant(ExpressionSyntax name)
    {
        HasNames = true;
        if (_model?.GetConstantValue(name, _cancellation).Value is string value)
            AddPiece(value, isAsWritten: true);
        else
            _text.Append(Unknown);
    }

    private void AddPiece(string value, bool isAsWritten)
    {
        _pieces.Add((_text.Length, _text.Length + value.Length, isAsWritten));
        _text.Append(value);
    }
}
