namespace MicroApps.Rego;

/// <summary>What to write instead, by what was found.</summary>
internal static class ParseHints
{
    public static string? ForUnexpected(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "the source ends too early: a value, or a closing `}`, `]` or `)`, is missing",
        TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis => $"a value is missing before `{kind.Name()}`, or nothing is open that it could close",
        TokenKind.If => "`if` stands between the head of a rule and its body: `allow if input.x == 1`",
        TokenKind.Else => "`else` stands right behind the body of the rule it belongs to",
        TokenKind.Contains => "`contains` stands behind the name of a rule: `deny contains message if { … }`",
        TokenKind.Every => "`every` begins an expression: `every x in xs { … }`",
        TokenKind.Some => "`some` begins an expression: `some x in xs`",
        TokenKind.Not => "`not` begins an expression: `not input.x`",
        TokenKind.In => "a value is missing before `in`",
        TokenKind.With => "`with` stands behind an expression of a body: `allow with input as {}`",
        TokenKind.Default => "a default is written `default allow := false`",
        TokenKind.Semicolon => "`;` separates expressions: one is missing before it",
        TokenKind.Comma => "a value is missing before `,`",
        TokenKind.Assign or TokenKind.Unify => $"`{(kind == TokenKind.Assign ? ":=" : "=")}` stands once, between a name and its value",
        TokenKind.Colon => "`:` stands only in objects: `{\"key\": value}`",
        TokenKind.Identifier or TokenKind.Number or TokenKind.String => "an operator, a separator or a new line is missing before it",
        _ => kind.IsKeyword() ? $"`{kind.Name()}` is a keyword: use another name, or write it as a string in brackets" : "a value is missing before this operator",
    };

    public static string? ForProblem(string problem, char first) => problem switch
    {
        "illegal token" when first == '\'' => "strings are written with double quotes",
        "illegal token" when first is '‘' or '’' or '“' or '”' => "quotes are plain: \"…\"",
        "illegal token" => "this character has no meaning here; in a string it would be fine",
        "non-terminated string" => "close the string with the quote it begins with; only strings in backquotes have several lines",
        "illegal escape sequence" => "escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX; strings in backquotes have none",
        "illegal ! character" => "`!=` is not equal; negation is `not`",
        "illegal $ character" => "`$` begins a template string: $\"a {x}\"",
        "illegal number format" => "a name does not begin with a digit, and numbers are decimal",
        "expected fraction" => "a digit follows the point: `1.0`",
        "expected exponent" => "digits follow the `e`: `1e3`",
        _ => "save the file as plain UTF-8",
    };
}
