namespace MicroApps.Rego;

/// <summary>Writes terms: operators with the parentheses that they need, references with dots where names allow it, everything else as it was spelled.</summary>
internal sealed partial class TermFormatter(string source, SourceLines lines, FormattedText to, CommentQueue comments, Action<Expr> writeExpr, Action<IReadOnlyList<Expr>, int> writeBody)
{
    private static readonly Dictionary<string, (string Symbol, int Binding)> s_operators = Enumerable.Range((int)TokenKind.Illegal, (int)TokenKind.As)
        .Select(kind => (TokenKind)kind).Where(kind => kind.Binding() > 0)
        .ToDictionary(kind => kind.Name(), kind => (Symbol(kind), kind.Binding()), StringComparer.Ordinal);

    /// <summary>Writes the term of an expression: its operands have parentheses only where these mean something.</summary>
    public void WriteOuter(Term term)
    {
        if (term is not CallTerm { IsInfix: true } call)
            Write(term);
        else if (call.Operator is VarTerm { Name: Operators.Assign or Operators.Unify } assignment)
            WriteSides(call, assignment.Name == Operators.Assign ? ":=" : "=", (_, _) => false);
        else
            WriteInfix(call, (child, isRight) => Binds(child) is var inner && (inner < Binds(call) || (inner == Binds(call) && (isRight || inner == 0))));
    }

    public void Write(Term term)
    {
        switch (term)
        {
            case ConstantTerm constant:
                to.Write(Constant(constant));
                break;
            case VarTerm variable:
                to.Write(variable.IsWildcard ? "_" : variable.Name);
                break;
            case RefTerm reference:
                WriteReference(reference);
                break;
            case ArrayTerm array:
                WriteList("[", array.Items, i => i.Location.Start, WriteItem, "]", array.Location);
                break;
            case SetTerm { Items.Count: 0 }:
                to.Write("set()");
                break;
            case SetTerm set:
                WriteList("{", set.Items, i => i.Location.Start, WriteItem, "}", set.Location);
                break;
            case ObjectTerm obj:
                WriteList("{", obj.Items, i => i.Key.Location.Start, WritePair, "}", obj.Location, i => End(i.Value));
                break;
            case ComprehensionTerm comprehension:
                WriteComprehension(comprehension);
                break;
            case CallTerm { IsInfix: true } call:
                WriteInfix(call, (child, _) => child is CallTerm { IsInfix: true });
                break;
            case CallTerm call:
                Write(call.Operator);
                WriteArguments(call.Arguments, call.Location);
                break;
            case TemplateTerm template:
                WriteTemplate(template);
                break;
        }
    }

    /// <summary>What stands behind <c>in</c>.</summary>
    public void WriteOperand(Term term) => WriteInParentheses(term, Binds(term) == 0);

    /// <summary>The arguments of a function, with their parentheses.</summary>
    public void WriteArguments(IReadOnlyList<Term> arguments, Location location) =>
        WriteList("(", arguments, a => a.Location.Start, a => WriteInParentheses(a, IsKeyedMember(a)), ")", location);

    /// <summary>A term that stands at the left of <c>|</c>, or may be taken for it: operators in it need parentheses.</summary>
    private void WriteClosed(Term term) => WriteInParentheses(term, term is CallTerm { IsInfix: true });

    private void WriteItem(Term item) => WriteInParentheses(item, IsKeyedMember(item) || IsUnion(item));

    private void WritePair(ObjectItem pair)
    {
        WriteItem(pair.Key);
        to.Write(": ");
        WriteItem(pair.Value);
    }

    private void WriteInParentheses(Term term, bool hasThem)
    {
        if (hasThem)
            to.Write("(");
        Write(term);
        if (hasThem)
            to.Write(")");
    }

    private void WriteInfix(CallTerm call, Func<Term, bool, bool> needsParentheses)
    {
        if (call.Arguments.Count == 3)
        {
            WriteInParentheses(call.Arguments[0], needsParentheses(call.Arguments[0], false));
            to.Write(", ");
        }

        WriteSides(call, Operator(call).Symbol, needsParentheses);
    }

    private void WriteSides(CallTerm call, string symbol, Func<Term, bool, bool> needsParentheses)
    {
        var (left, right) = (call.Arguments[call.Arguments.Count - 2], call.Arguments[call.Arguments.Count - 1]);
        WriteInParentheses(left, needsParentheses(left, false));
        to.Write($" {symbol} ");
        WriteInParentheses(right, needsParentheses(right, true));
    }

    private void WriteReference(RefTerm reference)
    {
        WriteClosed(reference.Head);
        foreach (var part in reference.Path)
        {
            if (part is ConstantTerm { Value: StringValue name } && (IsName(name.Value) || IsSpelledAsName(part)))
            {
                to.Write("." + name.Value);
                continue;
            }

            to.Write("[");
            Write(part);
            to.Write("]");
        }
    }

    private void WriteTemplate(TemplateTerm template)
    {
        var text = source.Substring(template.Location.Start, template.Location.Length);
        var bare = text.Trim('(', ')', ' ', '\t', '\r', '\n');
        to.Write(bare is ['$', ..] ? bare : text);
        comments.Skip(template.Location.Start, template.Location.Start + template.Location.Length);
    }

    // A string keeps its spelling, unless parentheses are part of the text.
    private string Constant(ConstantTerm constant) => constant.Value switch
    {
        StringValue text => source[constant.Location.Start] is '"' or '`' ? source.Substring(constant.Location.Start, constant.Location.Length) : JsonWriter.Write(text, escapesHtml: false),
        var value => TermWriter.Write(value),
    };

    /// <summary>Whether a text can follow a dot, in every version of the language.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && !TokenKinds.IsKeyword(text);

    private bool IsSpelledAsName(Term part) => source[part.Location.Start] is not ('"' or '`' or '(');

    private static bool IsKeyedMember(Term term) => term is CallTerm { IsInfix: true, Arguments.Count: 3 };

    private static bool IsUnion(Term term) => term is CallTerm { IsInfix: true, Operator: VarTerm { Name: "or" } };

    private static int Binds(Term term) => term is CallTerm { IsInfix: true } call ? Operator(call).Binding : int.MaxValue;

    private static (string Symbol, int Binding) Operator(CallTerm call) =>
        call.Operator is VarTerm name && s_operators.TryGetValue(name.Name, out var known) ? known : ("in", 0);

    private static string Symbol(TokenKind kind) => kind switch
    {
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Times => "*",
        TokenKind.Divide => "/",
        TokenKind.Remainder => "%",
        TokenKind.And => "&",
        TokenKind.Or => "|",
        TokenKind.Equal => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.Less => "<",
        TokenKind.LessOrEqual => "<=",
        TokenKind.Greater => ">",
        _ => ">=",
    };

    private static int End(Term term) => term.Location.Start + term.Location.Length;
}
