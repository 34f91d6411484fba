// A parser: over 200 lines, because its rules call each other.
using System.Globalization;

namespace MicroApps.Rego;

/// <summary>Reads a template of Go's <c>text/template</c>: its own nodes, and those of the templates that it defines.</summary>
internal sealed class TemplateParser
{
    private const int MostDepth = 200;

    private readonly string _source;
    private readonly IReadOnlyList<TemplateToken> _tokens;
    private readonly List<string> _variables = ["$"];
    private int _next;
    private int _depth;
    private int _ranges;

    public TemplateParser(string source)
    {
        (_source, _tokens) = (source, new TemplateLexer(source).Run());
        Templates["template"] = ReadNodes("", out var _);
    }

    /// <summary>The nodes of each template by its name; the whole is "template".</summary>
    public Dictionary<string, IReadOnlyList<TemplateNode>> Templates { get; } = [];

    private TemplateToken Token => _tokens[_next];

    /// <summary>Reads nodes up to <c>end</c>, or <c>else</c> inside a branch, whose token is then the next one.</summary>
    private List<TemplateNode> ReadNodes(string inside, out string stop)
    {
        if (++_depth > MostDepth)
            throw Error("too deeply nested");
        var nodes = new List<TemplateNode>();
        for (stop = ""; stop.Length == 0;)
        {
            if (Token.Kind == 'e')
            {
                if (inside.Length > 0)
                    throw Error("unexpected EOF");
                break;
            }

            if (Token.Kind == 't')
            {
                nodes.Add(new TextNode(Token.At, Token.Text));
                _next++;
                continue;
            }

            _next++;
            if (Token is { Kind: 'w', Text: "end" or "else" })
                stop = inside.Length == 0 || (inside == "define" && Token.Text == "else") ? throw Error($"unexpected {{{{{Token.Text}}}}}") : Token.Text;
            else if (ReadAction() is { } node)
                nodes.Add(node);
        }

        _depth--;
        return nodes;
    }

    private TemplateNode? ReadAction()
    {
        var (word, at, known) = (Token.Kind == 'w' ? Token.Text : "", Token.At, _variables.Count);
        switch (word)
        {
            case "if" or "with" or "range":
                _next++;
                var branch = ReadBranch(word, at);
                _variables.RemoveRange(known, _variables.Count - known);
                return branch;
            case "template" or "block":
                return ReadCall(word);
            case "define":
                _next++;
                var name = ReadName("define clause");
                Expect('}', "define clause");
                Templates[name] = ReadBody("define");
                return null;
            case "break" or "continue":
                if (_ranges == 0)
                    throw Error($"{{{{{word}}}}} outside {{{{range}}}}");
                _next++;
                Expect('}', word);
                return new JumpNode(at, word == "break");
            default:
                var pipe = ReadPipe("command", '}');
                return new ActionNode(at, pipe);
        }
    }

    private BranchNode ReadBranch(string keyword, int at)
    {
        var pipe = ReadPipe(keyword, '}');
        _ranges += keyword == "range" ? 1 : 0;
        var then = ReadNodes(keyword, out var stop);
        _ranges -= keyword == "range" ? 1 : 0;
        _next++;
        if (stop == "end")
        {
            Expect('}', "end");
            return new(at, keyword, pipe, then, []);
        }

        if (Token is { Kind: 'w', Text: "if" or "with" } && Token.Text == keyword)
        {
            var inner = Token.At;
            _next++;
            return new(at, keyword, pipe, then, [ReadBranch(keyword, inner)]);
        }

        Expect('}', "else");
        var other = ReadNodes(keyword, out stop);
        if (stop == "else")
            throw Error("expected end; found {{else}}");
        _next++;
        Expect('}', "end");
        return new(at, keyword, pipe, then, other);
    }

    private CallNode ReadCall(string word)
    {
        _next++;
        var at = Token.At;
        var name = ReadName(word + " clause");
        var pipe = word == "template" && Token.Kind == '}' ? null : ReadPipe(word + " clause", '}');
        if (pipe is null)
            _next++;
        if (word == "block")
            Templates[name] = ReadBody("define");
        return new(at, name, pipe, $"{{{{template {GoQuote.Quote(name)}{(pipe is null ? "" : $" {pipe}")}}}}}");
    }

    /// <summary>Reads a template inside the template: it does not see the variables around it.</summary>
    private List<TemplateNode> ReadBody(string inside)
    {
        var (outer, ranges) = (_variables.ToArray(), _ranges);
        _variables.RemoveRange(1, _variables.Count - 1);
        _ranges = 0;
        var nodes = ReadNodes(inside, out var _);
        _next++;
        Expect('}', "end");
        _variables.Clear();
        _variables.AddRange(outer);
        _ranges = ranges;
        return nodes;
    }

    private string ReadName(string context)
    {
        if (Token.Kind != 's')
            throw Unexpected(context);
        return TemplateLexer.Unquote(_tokens[_next++].Text) ?? throw Error("invalid syntax");
    }

    private TemplatePipe ReadPipe(string context, char end)
    {
        if (++_depth > MostDepth)
            throw Error("too deeply nested");
        var (variables, isAssignment) = ReadDeclaration(context);
        var commands = new List<TemplateCommand>();
        while (true)
        {
            var isEnd = Token.Kind == end || (end == ')' && Token is { Kind: 'p', Text: ")" });
            if (isEnd && commands.Count == 0)
                throw Error($"missing value for {(end == ')' ? "parenthesized pipeline" : context)}");
            if (isEnd)
                break;
            commands.Add(ReadCommand(context));
            if (commands.Count > 1 && commands[commands.Count - 1].Operands[0] is { Fields.Count: 0, Kind: OperandKind.Literal or OperandKind.Dot or OperandKind.Nil })
                throw Error($"non executable command in pipeline stage {commands.Count}");
            if (Token is { Kind: 'p', Text: "|" })
                _next++;
            else if (Token.Kind != end && !(end == ')' && Token.Text == ")"))
                throw Unexpected("operand");
        }

        _next++;
        _depth--;
        if (!isAssignment)
            _variables.AddRange(variables);
        return new(variables, isAssignment, commands);
    }

    private (List<string> Names, bool IsAssignment) ReadDeclaration(string context)
    {
        var names = new List<string>();
        if (Token.Kind != 'v')
            return (names, false);
        var second = _tokens[_next + 1];
        if (second is { Kind: 'p', Text: "," } && context == "range" && _tokens[_next + 2].Kind == 'v' && _tokens[_next + 3].Text is ":=" or "=")
            names.AddRange([Token.Text, _tokens[_next + 2].Text]);
        else if (second is { Kind: 'p', Text: ":=" or "=" })
            names.Add(Token.Text);
        if (names.Count == 0)
            return (names, false);
        _next += names.Count * 2;
        var isAssignment = _tokens[_next - 1].Text == "=";
        if (isAssignment && names.Find(n => !_variables.Contains(n)) is { } unknown)
            throw Error($"undefined variable {GoQuote.Quote(unknown)}");
        return (names, isAssignment);
    }

    private TemplateCommand ReadCommand(string context)
    {
        var operands = new List<TemplateOperand>();
        while (Token.Kind is not ('}' or 'e') && Token is not { Kind: 'p', Text: "|" or ")" })
            operands.Add(ReadOperand());
        return operands.Count == 0 ? throw Error($"missing value for {(context == "command" ? "command" : context)}") : new(operands);
    }

    private TemplateOperand ReadOperand()
    {
        var token = _tokens[_next++];
        var (kind, value, pipe, fields, at) = (OperandKind.Literal, (object?)null, (TemplatePipe?)null, new List<string>(), token.At);
        switch (token.Kind)
        {
            case '.' or 'f':
                kind = OperandKind.Dot;
                if (token.Kind == 'f')
                    fields.Add(token.Text.Substring(1));
                break;
            case 'v':
                kind = _variables.Contains(token.Text) ? OperandKind.Variable : throw Error($"undefined variable {GoQuote.Quote(token.Text)}");
                break;
            case 's':
                value = RegoValue.From(TemplateLexer.Unquote(token.Text) ?? throw Error("invalid syntax"));
                break;
            case 'c':
                value = TemplateLexer.Unquote(token.Text) is { Length: > 0 } text ? (long)Runes.At(text, 0) : throw Error($"malformed character constant: {token.Text}");
                break;
            case 'n':
                value = ReadNumber(token.Text);
                break;
            case 'w':
                (kind, value) = token.Text switch
                {
                    "true" or "false" => (OperandKind.Literal, RegoValue.From(token.Text == "true")),
                    "nil" => (OperandKind.Nil, null),
                    _ => TemplateFunctions.IsKnown(token.Text) ? (OperandKind.Function, null) : throw Error($"function {GoQuote.Quote(token.Text)} not defined"),
                };
                break;
            case 'p' when token.Text == "(":
                (kind, pipe) = (OperandKind.Pipe, ReadPipe("parenthesized pipeline", ')'));
                break;
            default:
                _next--;
                throw Unexpected("operand");
        }

        // A chain of fields is told by the place of its second part.
        if (Token is { Kind: 'f', IsApart: false })
            at = Token.At;
        for (; Token is { Kind: 'f', IsApart: false }; _next++)
            fields.Add(Token.Text.Substring(1));
        return new(at, kind, token.Text, value, pipe, fields);
    }

    private object ReadNumber(string text)
    {
        var plain = text.Replace("_", "");
        if (long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return integer;
        if (plain.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && Hex.Read(plain, 2, plain.Length - 2) is { } hex)
            return hex;
        if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
            throw Error($"bad number syntax: {GoQuote.Quote(text)}");
        // As in Go, a number like 1e3 is an integer as well.
        return plain.IndexOf('.') < 0 && Math.Abs(real) < 1e15 ? (long)real : real;
    }

    private void Expect(char kind, string context)
    {
        if (Token.Kind != kind)
            throw Unexpected(context);
        _next++;
    }

    private TemplateException Unexpected(string context) => Error(Token.Kind == 'e' ? "unexpected EOF" : $"unexpected {(Token.Kind == 'w' ? $"<{Token.Text}>" : GoQuote.Quote(Token.Text))} in {context}");

    private TemplateException Error(string message) => new($"template: template:{TemplateLexer.LineOf(_source, Token.At)}: {message}");
}
