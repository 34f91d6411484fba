namespace MicroApps.Rego;

/// <summary>Writes rules: a condition of one expression behind <c>if</c> when it was there, else in braces.</summary>
internal sealed class RuleFormatter(SourceLines lines, FormattedText to, CommentQueue comments, BodyFormatter bodies)
{
    public void Write(Rule rule)
    {
        if (rule.IsDefault)
            to.Write("default ");
        var head = rule.Head;
        bodies.Terms.Write(head.Name);
        if (head.Arguments is not null)
            bodies.Terms.WriteArguments(head.Arguments, ArgumentsOf(head));
        if (head.Key is not null)
        {
            to.Write(" contains ");
            bodies.Terms.Write(head.Key);
        }

        WriteRest(rule);
    }

    private void WriteRest(Rule rule)
    {
        if (rule.Head.Value is not null)
        {
            to.Write(" := ");
            bodies.Terms.Write(rule.Head.Value);
        }

        var isBlock = false;
        if (rule.HasBody && (rule.Else is not null || !IsTrue(rule.Body)))
            isBlock = WriteCondition(rule);
        else if (rule.HasBody && rule.Head is { Value: null, Key: null })
            to.Write(" := true");
        if (rule.Else is not null)
            WriteElse(rule.Else, isBlock);
    }

    private bool WriteCondition(Rule rule)
    {
        var (first, end) = (rule.Body[0].Location.Start, rule.Else?.Location.Start ?? rule.Location.Start + rule.Location.Length);
        if (rule.Body.Count == 1 && lines.Of(first) == lines.Start(rule.Location) && !comments.HasBefore(end) && !BeginsWithBrace(rule.Body[0]))
        {
            to.Write(" if ");
            bodies.WriteExpr(rule.Body[0]);
            return false;
        }

        to.Write(" if {");
        comments.Trail(lines.End(rule.Head.Location), 0, first);
        bodies.WriteBody(rule.Body, end);
        to.Write("}");
        return true;
    }

    private void WriteElse(Rule otherwise, bool isBehindBrace)
    {
        if (isBehindBrace)
        {
            to.Write(" ");
        }
        else
        {
            to.LeaveLine();
            comments.Flush(otherwise.Location.Start, -1, leavesLine: false);
        }

        to.Write("else");
        WriteRest(otherwise);
    }

    private static bool IsTrue(IReadOnlyList<Expr> body) =>
        body is [TermExpr { Term: ConstantTerm { Value: BooleanValue { Value: true } }, IsNegated: false, With.Count: 0 }];

    // A brace behind `if` opens a body.
    private static bool BeginsWithBrace(Expr expr) =>
        !expr.IsNegated && expr is TermExpr term && BodyFormatter.Leftmost(term.Term) is SetTerm or ObjectTerm or ComprehensionTerm { Kind: not RegoKind.Array };

    // From the name to the last argument: the closing parenthesis has no place of its own.
    private static Location ArgumentsOf(RuleHead head)
    {
        var start = head.Name.Location.Start + head.Name.Location.Length;
        var end = head.Arguments!.Count == 0 ? start : head.Arguments.Max(a => a.Location.Start + a.Location.Length);
        return head.Location with { Start = start, Length = Math.Max(0, end - start) };
    }
}
