namespace MicroApps.Rego;

/// <summary>A token: a range of the source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">Behind its last UTF-16 unit.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in code points.</param>
/// <param name="AfterSpace">Whether space, a comment or a new line stands before it: <c>a [b]</c> is no reference.</param>
/// <param name="AfterNewline">Whether a new line stands before it, which ends an expression.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, int Line, int Column, bool AfterSpace, bool AfterNewline);
