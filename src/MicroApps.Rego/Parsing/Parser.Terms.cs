namespace MicroApps.Rego;

/// <summary>Terms without operators.</summary>
internal sealed partial class Parser
{
    private Term? ParseTerm()
    {
        if (_attempts.Count > 0 && _attempts.TryGetValue(_at, out var attempt))
            return Repeat(attempt);
        if (!Enter())
            return null;
        var (first, errors, outer) = (_at, _errors.Count, TakeHeight());
        var term = ParseHead();
        if (term is not null)
            term = ParseSuffixes(term);
        _depth--;
        _height++;
        // Only terms in brackets are worth it: the others take no longer to read than to look up.
        if (_attempting > 0 && _tokens[first].Kind is TokenKind.OpenBracket or TokenKind.OpenBrace)
            _attempts[first] = new(term, _at, _height, _errors.Count > errors ? _errors[errors] : null);
        _height = Math.Max(outer, _height);
        return term;
    }

    private Term? Repeat(Attempt attempt)
    {
        _at = attempt.End;
        _height = Math.Max(_height, attempt.Height);
        if (attempt.Error is not null)
            _errors.Add(attempt.Error);
        return attempt.Term;
    }

    private Term? ParseHead()
    {
        switch (Kind)
        {
            case TokenKind.Null:
                return ParseConstant(RegoValue.Null);
            case TokenKind.True:
                return ParseConstant(RegoValue.True);
            case TokenKind.False:
                return ParseConstant(RegoValue.False);
            case TokenKind.Minus or TokenKind.Dot or TokenKind.Number:
                return ParseNumber();
            case TokenKind.String or TokenKind.RawString:
                return ParseString();
            case TokenKind.TemplatePart or TokenKind.TemplateEnd or TokenKind.RawTemplatePart or TokenKind.RawTemplateEnd:
                return ParseTemplate();
            case TokenKind.Identifier or TokenKind.Contains:
                return ParseVariable();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseSetOrObject();
            case TokenKind.OpenParenthesis:
                return ParseParenthesized();
            default:
                Unexpected();
                return null;
        }
    }

    private ConstantTerm ParseConstant(RegoValue value)
    {
        Advance();
        return new(Locate(_at - 1), value);
    }

    private VarTerm ParseVariable()
    {
        var isWildcard = Current.End - Current.Start == 1 && lexed.Source[Current.Start] == '_';
        var name = isWildcard ? NextWildcard() : Text;
        Advance();
        return new(Locate(_at - 1), name);
    }

    private string NextWildcard() => "$" + _wildcards++.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ConstantTerm? ParseNumber()
    {
        var first = _at;
        var sign = Accept(TokenKind.Minus) ? "-" : "";
        // OPA reads .5, which JSON has not: it becomes 0.5.
        var fraction = Accept(TokenKind.Dot) ? "0." : "";
        if (Kind != TokenKind.Number)
        {
            Unexpected("expected number", "`-` and `.` begin numbers only; `0 - x` is the negative of x");
            return null;
        }

        if (fraction.Length == 0 && NumberLiteral.HasLeadingZero(Text))
        {
            Unexpected("expected number without leading zero", "write it without the zero, or as a string");
            return null;
        }

        var text = fraction + Text;
        if (text.Count(c => c == '.') > 1)
        {
            Unexpected("invalid float", "a number has one point");
            return null;
        }

        if (NumberLiteral.IsTooBig(text))
        {
            Fail("number too big", "its exponent is out of range; write it as a string");
            return null;
        }

        Advance();
        return new(Locate(first), NumberValue.Of(sign + text));
    }

    private ConstantTerm? ParseString()
    {
        var token = Current;
        var text = token.Kind == TokenKind.RawString
            ? lexed.Source.Substring(token.Start + 1, token.End - token.Start - 2)
            : StringLiteral.Unescape(lexed.Source, token.Start + 1, token.End - 1, inTemplate: false);
        if (text is not null)
            return ParseConstant(new StringValue(text));
        Fail($"illegal string literal: {Text}", "four hexadecimal digits follow \\u, and control characters are escaped");
        return null;
    }

    private Term? ParseParenthesized()
    {
        var open = Current;
        Advance();
        if (ParseInfix() is not { } term)
            return null;
        if (Kind != TokenKind.CloseParenthesis)
        {
            if (_tokens[_at].Kind == TokenKind.Illegal)
                Unexpected();
            else
                Fail("non-terminated expression", "close the `(`");
            return null;
        }

        Advance();
        // As OPA has it: the text is that with the parentheses, the place that of what is in them.
        return term with { Location = term.Location with { Start = open.Start, Length = _tokens[_at - 1].End - open.Start } };
    }
}
