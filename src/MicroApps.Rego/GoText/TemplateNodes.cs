namespace MicroApps.Rego;

/// <summary>What is wrong with a template, or with its values; as Go words it.</summary>
internal sealed class TemplateException(string message) : Exception(message)
{
    private const int MostContext = 20;

    /// <summary>An error with its place: the line, and the bytes before it on the line.</summary>
    public static TemplateException At(string source, int at, string template, string context, string message)
    {
        var column = 0;
        for (var i = at - 1; i >= 0 && source[i] != '\n'; i--)
            column += source[i] < 0x80 ? 1 : source[i] < 0x800 ? 2 : char.IsSurrogate(source[i]) ? 2 : 3;
        var shown = context.Length <= MostContext ? context : $"{context.Remove(Runes.Skip(context, 0, MostContext))}...";
        return new($"template: template:{TemplateLexer.LineOf(source, at)}:{column}: executing {GoQuote.Quote(template)} at <{shown}>: {message}");
    }
}

/// <summary>A part of a template.</summary>
/// <param name="At">Where it begins, in UTF-16 units.</param>
internal abstract record TemplateNode(int At);

internal sealed record TextNode(int At, string Text) : TemplateNode(At);

/// <summary><c>{{pipeline}}</c>: writes a value unless it declares a variable.</summary>
internal sealed record ActionNode(int At, TemplatePipe Pipe) : TemplateNode(At);

/// <summary><c>if</c>, <c>with</c> or <c>range</c>.</summary>
internal sealed record BranchNode(int At, string Keyword, TemplatePipe Pipe, IReadOnlyList<TemplateNode> Then, IReadOnlyList<TemplateNode> Else) : TemplateNode(At);

/// <summary><c>template</c>: writes another template.</summary>
internal sealed record CallNode(int At, string Name, TemplatePipe? Pipe, string Source) : TemplateNode(At);

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed record JumpNode(int At, bool IsBreak) : TemplateNode(At);

/// <summary>Commands, each handing its value to the next, and the variables that take the last value.</summary>
internal sealed record TemplatePipe(IReadOnlyList<string> Variables, bool IsAssignment, IReadOnlyList<TemplateCommand> Commands)
{
    public override string ToString() =>
        string.Concat(string.Join(", ", Variables), Variables.Count == 0 ? "" : IsAssignment ? " = " : " := ", string.Join(" | ", Commands));
}

/// <summary>A function and its arguments, or one value.</summary>
internal sealed record TemplateCommand(IReadOnlyList<TemplateOperand> Operands)
{
    public override string ToString() => string.Join(" ", Operands);
}

/// <summary>The kinds of operands in a template.</summary>
internal enum OperandKind
{
    Dot,
    Nil,
    Literal,
    Function,
    Variable,
    Pipe,
}

/// <summary>An operand, and the fields that are read from it one after the other.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Source">Its text without the fields.</param>
/// <param name="Value">The value of a literal.</param>
/// <param name="Pipe">What stands in parentheses.</param>
/// <param name="Fields">The names of the fields.</param>
internal sealed record TemplateOperand(int At, OperandKind Kind, string Source, object? Value, TemplatePipe? Pipe, IReadOnlyList<string> Fields)
{
    public override string ToString() => (Kind == OperandKind.Pipe ? $"({Pipe})" : Kind == OperandKind.Dot && Fields.Count > 0 ? "" : Source) + string.Concat(Fields.Select(f => "." + f));
}
