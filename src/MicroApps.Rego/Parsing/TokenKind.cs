namespace MicroApps.Rego;

/// <summary>The kinds of tokens. Space and comments are none: a token knows what stands before it.</summary>
internal enum TokenKind : byte
{
    Illegal,
    EndOfFile,
    Identifier,
    Number,
    String,
    RawString,

    /// <summary>The piece of a template up to and with the brace that opens an expression.</summary>
    TemplatePart,
    RawTemplatePart,

    /// <summary>The piece of a template up to its end.</summary>
    TemplateEnd,
    RawTemplateEnd,

    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    Colon,
    Semicolon,
    Dot,

    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Unify,
    Assign,

    // Keywords, and nothing else, from here on.
    As,
    Contains,
    Default,
    Else,
    Every,
    False,
    If,
    Import,
    In,
    Not,
    Null,
    Package,
    Some,
    True,
    With,
}
