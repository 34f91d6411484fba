namespace MicroApps.Rego;

/// <summary>What follows a term without a space: names behind dots, brackets, arguments.</summary>
internal sealed partial class Parser
{
    private bool AtSuffix => !Current.AfterSpace && IsSuffix(Kind);

    private Term? ParseSuffixes(Term head, bool mayBeSpaced = false)
    {
        if (!AtSuffix && !(mayBeSpaced && IsSuffix(Kind)))
            return head;
        if (!CanHeadReference(head))
        {
            Fail(head.Location, $"illegal ref (head cannot be {head.KindName()})", "give it a name: `x := …`, and use the name");
            return null;
        }

        var path = new List<Term>();
        do
        {
            if (Kind == TokenKind.OpenParenthesis)
            {
                if (ParseCall(Reference(head, path)) is not { } call || !Grow())
                    return null;
                head = call;
                path = [];
                // What a call returns is called by no name.
                if (Kind == TokenKind.OpenParenthesis)
                    break;
            }
            else if (!ParsePathElement(path))
            {
                return null;
            }
        }
        while (AtSuffix);

        return Reference(head, path);
    }

    private static bool IsSuffix(TokenKind kind) => kind is TokenKind.Dot or TokenKind.OpenBracket or TokenKind.OpenParenthesis;

    private Term Reference(Term head, List<Term> path) => path.Count == 0 ? head : new RefTerm(Extend(head.Location), head, path);

    private bool CanHeadReference(Term head) => head switch
    {
        // In parentheses, these two documents are references already.
        VarTerm { Name: "input" or "data" } => lexed.Source[head.Location.Start] != '(',
        ConstantTerm or TemplateTerm or RefTerm => false,
        _ => true,
    };

    private bool ParsePathElement(List<Term> path)
    {
        if (Accept(TokenKind.Dot))
            return ParseName(path);
        Advance();
        if (ParseInfix() is not { } term)
            return false;
        path.Add(term);
        if (Accept(TokenKind.CloseBracket))
            return true;
        Unexpected("expected ]", "close the `[` of the reference");
        return false;
    }

    private bool ParseName(List<Term> path)
    {
        if (Current.AfterSpace)
        {
            // OPA counts the end of a line as part of the next one.
            var dot = _tokens[_at - 1];
            var isLineEnd = lexed.Source[dot.End] is '\n' or '#';
            Fail(dot.Line + (isLineEnd ? 1 : 0), isLineEnd ? 1 : dot.Column + 1, "unexpected whitespace token: expected identifier", "the name follows the dot without a space");
            return false;
        }

        if (Kind != TokenKind.Identifier && !Kind.IsKeyword())
        {
            Unexpected("expected identifier", "a name follows the dot; anything else stands in brackets: x[\"a b\"], x[0]");
            return false;
        }

        path.Add(ParseConstant(new StringValue(Text)));
        return true;
    }

    private Term? ParseCall(Term function)
    {
        Advance();
        var arguments = new List<Term>();
        if (!ParseList(TokenKind.CloseParenthesis, arguments))
            return null;
        Advance();
        var location = Extend(function.Location);
        return arguments.Count == 0 && function is VarTerm { Name: "set" } ? new SetTerm(location, arguments) : new CallTerm(location, function, arguments);
    }
}
