// Over 200 lines: one method for each kind of node.
namespace MicroApps.Rego;

/// <summary>Writes a template with values.</summary>
internal sealed class TemplateRun(string source, TemplateParser parsed, BoundedText result)
{
    /// <summary>How deeply templates may call each other. Go's limit, which its message names, is no use on a small stack.</summary>
    private const int MostDepth = 200;

    private readonly List<(string Name, object? Value)> _variables = [];
    private string _template = "";
    private int _depth;

    private enum Jump
    {
        None,
        Break,
        Continue,
    }

    public void Run(string template, object? dot)
    {
        var (outer, known) = (_template, _variables.Count);
        _template = template;
        _variables.Add(("$", dot));
        WriteAll(parsed.Templates[template], dot);
        _variables.RemoveRange(known, _variables.Count - known);
        _template = outer;
    }

    private Jump WriteAll(IReadOnlyList<TemplateNode> nodes, object? dot)
    {
        var (known, jump) = (_variables.Count, Jump.None);
        for (var i = 0; i < nodes.Count && jump == Jump.None; i++)
            jump = Write(nodes[i], dot);
        _variables.RemoveRange(known, _variables.Count - known);
        return jump;
    }

    private Jump Write(TemplateNode node, object? dot)
    {
        Budget.Current.Spend(1);
        switch (node)
        {
            case TextNode text:
                result.Append(text.Text);
                return Jump.None;
            case ActionNode action:
                var value = Evaluate(action.Pipe, dot);
                if (action.Pipe.Variables.Count == 0)
                    result.Append(value is null or NullValue ? TemplateText.Missing : TemplateText.Of(value));
                return Jump.None;
            case CallNode call:
                Call(call, dot);
                return Jump.None;
            case JumpNode jump:
                return jump.IsBreak ? Jump.Break : Jump.Continue;
            default:
                return WriteBranch((BranchNode)node, dot);
        }
    }

    private void Call(CallNode call, object? dot)
    {
        if (!parsed.Templates.ContainsKey(call.Name))
            throw Error(call.At, call.Source, $"template {GoQuote.Quote(call.Name)} not defined");
        if (_depth == MostDepth)
            throw Error(call.At, call.Source, "exceeded maximum template depth (100000)");
        var value = call.Pipe is null ? null : Evaluate(call.Pipe, dot);
        _depth++;
        Run(call.Name, value);
        _depth--;
    }

    private Jump WriteBranch(BranchNode branch, object? dot)
    {
        var known = _variables.Count;
        var value = Evaluate(branch.Pipe, dot);
        Jump jump;
        if (branch.Keyword == "range")
            jump = WriteRange(branch, value, dot);
        else if (TemplateText.IsTrue(value))
            jump = WriteAll(branch.Then, branch.Keyword == "with" ? value : dot);
        else
            jump = WriteAll(branch.Else, dot);
        _variables.RemoveRange(known, _variables.Count - known);
        return jump;
    }

    private Jump WriteRange(BranchNode branch, object? value, object? dot)
    {
        IEnumerable<(object? Key, object? Value)> items = value switch
        {
            ArrayValue array => array.Items.Select((item, i) => ((object?)(long)i, (object?)item)),
            ObjectValue map => map.Order.Select(i => ((object?)map.Keys[i], (object?)map.Values[i])),
            null or NullValue => [],
            _ => throw Error(branch.Pipe.Commands[0].Operands[0].At, branch.Pipe.ToString(), $"range can't iterate over {TemplateText.Of(value)}"),
        };
        var (isEmpty, known, names) = (true, _variables.Count, branch.Pipe.Variables);
        foreach (var item in items)
        {
            isEmpty = false;
            for (var i = 0; i < names.Count; i++)
                Set(names[i], names.Count == 2 && i == 0 ? item.Key : item.Value, branch.Pipe.IsAssignment);
            var jump = WriteAll(branch.Then, item.Value);
            _variables.RemoveRange(known, _variables.Count - known);
            if (jump == Jump.Break)
                break;
        }

        return isEmpty ? WriteAll(branch.Else, dot) : Jump.None;
    }

    private void Set(string name, object? value, bool isAssignment)
    {
        var at = isAssignment ? _variables.FindLastIndex(v => v.Name == name) : -1;
        if (at >= 0)
            _variables[at] = (name, value);
        else
            _variables.Add((name, value));
    }

    private object? Evaluate(TemplatePipe pipe, object? dot)
    {
        var (value, isFirst) = ((object?)null, true);
        foreach (var command in pipe.Commands)
        {
            value = Evaluate(command, dot, isFirst ? null : [value]);
            isFirst = false;
        }

        if (pipe.Variables.Count == 1 || !pipe.IsAssignment)
            foreach (var name in pipe.Variables)
                Set(name, value, pipe.IsAssignment);
        return value;
    }

    /// <param name="command">The command.</param>
    /// <param name="dot">The value of the dot.</param>
    /// <param name="last">What the command before it made, in an array; null for the first.</param>
    private object? Evaluate(TemplateCommand command, object? dot, object?[]? last)
    {
        var first = command.Operands[0];
        if (first is { Kind: OperandKind.Function, Fields.Count: 0 })
            return CallFunction(command, dot, last);
        var hasArguments = command.Operands.Count > 1 || last is not null;
        if (hasArguments && first.Fields.Count > 0)
            throw Error(first.At, first.ToString(), $"{first.Fields[first.Fields.Count - 1]} is not a method but has arguments");
        if (hasArguments)
            throw Error(first.At, first.ToString(), $"can't give argument to non-function {first}");
        return first.Kind == OperandKind.Nil ? throw Error(first.At, "nil", "nil is not a command") : Evaluate(first, dot);
    }

    private object? Evaluate(TemplateOperand operand, object? dot)
    {
        var value = operand.Kind switch
        {
            OperandKind.Dot => dot,
            OperandKind.Variable => _variables[_variables.FindLastIndex(v => v.Name == operand.Source)].Value,
            OperandKind.Pipe => Evaluate(operand.Pipe!, dot),
            OperandKind.Function => CallFunction(new([operand with { Fields = [] }]), dot, null),
            _ => operand.Value,
        };
        foreach (var field in operand.Fields)
            value = value switch
            {
                null => null,
                ObjectValue items => items.Find(RegoValue.From(field)),
                NullValue => throw Error(operand.At, operand.ToString(), $"nil pointer evaluating interface {{}}.{field}"),
                _ => throw Error(operand.At, operand.ToString(), $"can't evaluate field {field} in type interface {{}}"),
            };
        return value;
    }

    private object? CallFunction(TemplateCommand command, object? dot, object?[]? last)
    {
        var (name, at) = (command.Operands[0].Source, command.Operands[0].At);
        if (TemplateFunctions.CheckCount(name, command.Operands.Count - 1 + (last?.Length ?? 0)) is { } wrong)
            throw Error(at, name, wrong);
        var arguments = new List<object?>();
        for (var i = 1; i < command.Operands.Count; i++)
        {
            arguments.Add(Evaluate(command.Operands[i], dot));
            // The value that decides is the result.
            if (name is "and" or "or" && TemplateText.IsTrue(arguments[i - 1]) == (name == "or"))
                return arguments[i - 1];
        }

        arguments.AddRange(last ?? []);
        if (name is "and" or "or")
            return arguments[arguments.Count - 1];
        try
        {
            return TemplateFunctions.Run(name, arguments);
        }
        catch (TemplateException e)
        {
            throw Error(at, command.ToString(), $"error calling {name}: {e.Message}");
        }
    }

    private TemplateException Error(int at, string context, string message) => TemplateException.At(source, at, _template, context, message);
}
