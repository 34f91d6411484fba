namespace MicroApps.Rego;

/// <summary>Operators, brackets and what no token may contain.</summary>
internal sealed partial class Lexer
{
    private const char ByteOrderMark = '\uFEFF';

    private TokenKind Punctuation(char first) => first switch
    {
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        '{' => OpenBrace(),
        '}' => TokenKind.CloseBrace,
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        ',' => TokenKind.Comma,
        ';' => TokenKind.Semicolon,
        '.' => TokenKind.Dot,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Times,
        '/' => TokenKind.Divide,
        '%' => TokenKind.Remainder,
        '&' => TokenKind.And,
        '|' => TokenKind.Or,
        ':' => IfEquals(TokenKind.Assign, TokenKind.Colon),
        '=' => IfEquals(TokenKind.Equal, TokenKind.Unify),
        '>' => IfEquals(TokenKind.GreaterOrEqual, TokenKind.Greater),
        '<' => IfEquals(TokenKind.LessOrEqual, TokenKind.Less),
        '!' => IfEquals(TokenKind.NotEqual, Problem("illegal ! character")),
        _ => TokenKind.Illegal,
    };

    private TokenKind IfEquals(TokenKind with, TokenKind without)
    {
        if (Current != '=')
            return without;
        _at++;
        _problem = null;
        return with;
    }

    private TokenKind OpenBrace()
    {
        if (_templates.Count > 0)
        {
            var (isRaw, braces) = _templates.Pop();
            _templates.Push((isRaw, braces + 1));
        }

        return TokenKind.OpenBrace;
    }

    // The brace that ends an expression in a template is followed by the rest of the template.
    private void CloseBrace()
    {
        var (isRaw, braces) = _templates.Pop();
        if (braces > 0)
        {
            _templates.Push((isRaw, braces - 1));
            return;
        }

        var (start, line, column) = (_at - 1, _line, _at - _columnBase + 1);
        Add(new(ReadTemplatePart(isRaw), start, _at, line, column, false, false));
    }

    private TokenKind Problem(string message)
    {
        _problem ??= message;
        return TokenKind.Illegal;
    }

    /// <summary>Steps over one character, of which no source may contain every one.</summary>
    private void SkipCharacter()
    {
        if (AtEnd)
            return;
        var c = _source[_at++];
        if (c == '\n')
            NextLine();
        else if (c == '\0')
            Problem("illegal null character");
        else if (c >= 0x80)
            SkipRestOf(c);
    }

    private void SkipRestOf(char first)
    {
        if (char.IsHighSurrogate(first) && char.IsLowSurrogate(Current))
        {
            _at++;
            _columnBase++;
        }
        else if (char.IsSurrogate(first))
        {
            Problem("illegal utf-8 character");
        }
        else if (first == ByteOrderMark)
        {
            Problem("illegal byte-order mark");
        }
    }
}
