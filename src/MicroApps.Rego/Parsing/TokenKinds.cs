namespace MicroApps.Rego;

/// <summary>What is known of the kinds of tokens: their names in messages, the keywords, the functions of operators.</summary>
internal static class TokenKinds
{
    private static readonly string[] s_keywords =
        ["as", "contains", "default", "else", "every", "false", "if", "import", "in", "not", "null", "package", "some", "true", "with"];

    public static bool IsKeyword(this TokenKind kind) => kind >= TokenKind.As;

    public static bool IsKeyword(string name) => Array.IndexOf(s_keywords, name) >= 0;

    /// <summary>The keyword that a piece of the source is, or else an identifier.</summary>
    public static TokenKind OfWord(string source, int start, int length)
    {
        if (length is < 2 or > 8 || source[start] is < 'a' or > 'w')
            return TokenKind.Identifier;
        for (var i = 0; i < s_keywords.Length; i++)
        {
            if (s_keywords[i].Length == length && string.CompareOrdinal(source, start, s_keywords[i], 0, length) == 0)
                return (TokenKind)((int)TokenKind.As + i);
        }

        return TokenKind.Identifier;
    }

    /// <summary>How OPA calls a kind in its messages; of an operator, the name of its function as well.</summary>
    public static string Name(this TokenKind kind) => kind switch
    {
        TokenKind.Illegal => "illegal",
        TokenKind.EndOfFile => "eof",
        TokenKind.Identifier => "identifier",
        TokenKind.Number => "number",
        TokenKind.String or TokenKind.RawString => "string",
        TokenKind.TemplatePart or TokenKind.RawTemplatePart => "template-string-part",
        TokenKind.TemplateEnd or TokenKind.RawTemplateEnd => "template-string-end",
        TokenKind.OpenBracket => "[",
        TokenKind.CloseBracket => "]",
        TokenKind.OpenBrace => "{",
        TokenKind.CloseBrace => "}",
        TokenKind.OpenParenthesis => "(",
        TokenKind.CloseParenthesis => ")",
        TokenKind.Comma => ",",
        TokenKind.Colon => ":",
        TokenKind.Semicolon => ";",
        TokenKind.Dot => ".",
        _ => kind.IsKeyword() ? s_keywords[kind - TokenKind.As] : Function(kind),
    };

    /// <summary>How tightly an operator binds: comparisons are 1, products 5; 0 is no such operator.</summary>
    public static int Binding(this TokenKind kind) => kind switch
    {
        >= TokenKind.Equal and <= TokenKind.GreaterOrEqual => 1,
        TokenKind.Or => 2,
        TokenKind.And => 3,
        TokenKind.Plus or TokenKind.Minus => 4,
        TokenKind.Times or TokenKind.Divide or TokenKind.Remainder => 5,
        _ => 0,
    };

    private static string Function(TokenKind kind) => kind switch
    {
        TokenKind.Plus => "plus",
        TokenKind.Minus => "minus",
        TokenKind.Times => "mul",
        TokenKind.Divide => "div",
        TokenKind.Remainder => "rem",
        TokenKind.And => "and",
        TokenKind.Or => "or",
        TokenKind.Equal => "equal",
        TokenKind.NotEqual => "neq",
        TokenKind.Less => "lt",
        TokenKind.LessOrEqual => "lte",
        TokenKind.Greater => "gt",
        TokenKind.GreaterOrEqual => "gte",
        TokenKind.Unify => "eq",
        _ => "assign",
    };
}
