using System.Text.RegularExpressions;

namespace MicroApps.Rego;

/// <summary>Hints on what the syntax of other languages looks like in Rego.</summary>
internal static class SyntaxHints
{
    private const string Together = "all expressions of a body have to hold: write them on lines of their own, or with `;` between them";
    private const string Either = "write the rule twice, once for each alternative";

    /// <param name="message">What is wrong.</param>
    /// <param name="line">The line it is wrong on.</param>
    /// <param name="at">Where on the line, from 0.</param>
    /// <param name="source">The whole text.</param>
    public static string? For(string message, string line, int at, string source)
    {
        var (before, rest) = at >= 0 && at <= line.Length ? (line.Substring(0, at), line.Substring(at)) : (line, "");
        return ForOperators(message, before, rest) ?? (message.EndsWith(@"expected \n or ; or }", StringComparison.Ordinal) ? ForBody(message, before) : null) ?? ForEnd(message, source);
    }

    private static string? ForOperators(string message, string before, string rest)
    {
        var (last, first) = (before.LastOrDefault(), rest.FirstOrDefault());
        if (last == '&' || Regex.IsMatch(rest, @"^(&&|and\b)"))
            return message.StartsWith("rule name conflicts", StringComparison.Ordinal) ? null : Together;
        if (last == '|' || Regex.IsMatch(rest, @"^(\|\||or\b)"))
            return message.StartsWith("rule name conflicts", StringComparison.Ordinal) ? null : Either;
        if (rest.StartsWith("//", StringComparison.Ordinal) || rest.StartsWith("/*", StringComparison.Ordinal))
            return "comments begin with `#`";
        if (first == '?')
            return "there is no `? :`: write `x := a if condition`, and `else := b` behind it";
        if ((last == '=' && first is '>' or '<') || (message.EndsWith("expected number", StringComparison.Ordinal) && Regex.IsMatch(rest, "=[<>]")))
            return "greater or equal is `>=`, less or equal `<=`";
        if (Regex.IsMatch(before, @"\bnot\s*$") && rest.StartsWith("in", StringComparison.Ordinal))
            return "`not` begins the expression: `not x in xs`";
        if (message.EndsWith("expected number", StringComparison.Ordinal) && Regex.IsMatch(before, @"\w-\s*$"))
            return "a name has no `-`: write `my_app`, or the name as a string in brackets, `x[\"my-app\"]`";
        if (Regex.IsMatch(before, @"^\s*(package|import)\b") && first == ';')
            return "nothing ends a statement: take out the `;`";
        return message == "unexpected if keyword" && before.Trim().Length == 0 ? "an expression needs no `if`: all expressions of a body have to hold" : null;
    }

    private static string? ForBody(string message, string before)
    {
        if (message.StartsWith("unexpected ,", StringComparison.Ordinal))
            return "expressions are separated by new lines or `;`, not by commas";
        if (message.StartsWith("unexpected if ", StringComparison.Ordinal) || message.StartsWith("unexpected contains ", StringComparison.Ordinal))
            return "a rule does not begin inside of a body: is a `}` missing above?";
        if (Regex.Match(before, @"(\w+)\s+$") is not { Success: true } word)
            return null;
        return word.Groups[1].Value switch
        {
            "for" or "foreach" => "elements are taken by `some x in xs`; all of them are checked by `every x in xs { … }`",
            "let" or "var" or "const" => "a variable needs no word before it: `x := 1`",
            "return" => "a function has its value in its head: `f(x) := y if { … }`",
            _ => null,
        };
    }

    // What is open at the end.
    private static string? ForEnd(string message, string source)
    {
        if (!message.StartsWith("unexpected eof", StringComparison.Ordinal))
            return null;
        Stack<(char Open, int Line)> open = [];
        foreach (var token in Lexer.Read("", source).Tokens)
            if (token.Kind is TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.OpenParenthesis)
                open.Push((source[token.Start], token.Line));
            else if (token.Kind is TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.CloseParenthesis && open.Count > 0)
                open.Pop();
        return open.Count > 0 ? $"the `{open.Peek().Open}` of line {open.Peek().Line} is not closed" : null;
    }
}
