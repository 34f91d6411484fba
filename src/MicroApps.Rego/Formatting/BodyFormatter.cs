namespace MicroApps.Rego;

/// <summary>Writes expressions, and bodies one expression a line.</summary>
internal sealed class BodyFormatter
{
    private readonly SourceLines _lines;
    private readonly FormattedText _to;
    private readonly CommentQueue _comments;

    public BodyFormatter(string source, SourceLines lines, FormattedText to, CommentQueue comments)
    {
        (_lines, _to, _comments) = (lines, to, comments);
        Terms = new(source, lines, to, comments, WriteExpr, WriteBody);
    }

    public TermFormatter Terms { get; }

    /// <summary>Writes the expressions between brackets that are written already and a closing one at a place.</summary>
    public void WriteBody(IReadOnlyList<Expr> body, int closing)
    {
        _to.EndLine();
        _to.Depth++;
        var previous = -1;
        for (var i = 0; i < body.Count; i++)
        {
            var location = body[i].Location;
            previous = _comments.Flush(location.Start, previous, leavesLine: true);
            if (previous >= 0 && _lines.Start(location) > previous + 1)
                _to.LeaveLine();
            WriteExpr(body[i]);
            var next = i + 1 < body.Count ? body[i + 1] : null;
            // A number with a sign would go on with the line before it.
            if (next is not null && BeginsWithSign(next))
                _to.Write(";");
            previous = _lines.End(location);
            _comments.Trail(previous, location.Start + location.Length, next?.Location.Start ?? closing);
            _to.EndLine();
        }

        _comments.Flush(closing, previous, leavesLine: true);
        _to.Depth--;
    }

    public void WriteExpr(Expr expr)
    {
        if (expr.IsNegated)
            _to.Write("not ");
        switch (expr)
        {
            case TermExpr term:
                Terms.WriteOuter(term.Term);
                break;
            case SomeExpr some:
                WriteSome(some);
                break;
            case EveryExpr every:
                WriteEvery(every);
                break;
        }

        WriteModifiers(expr);
    }

    private static bool BeginsWithSign(Expr expr) => !expr.IsNegated && expr is TermExpr term && Leftmost(term.Term) is ConstantTerm { Value: NumberValue number } && number.Text[0] == '-';

    /// <summary>The term that an expression begins with.</summary>
    public static Term Leftmost(Term term) => term switch
    {
        CallTerm { IsInfix: true } call => Leftmost(call.Arguments[0]),
        CallTerm call => call.Operator,
        RefTerm reference => Leftmost(reference.Head),
        _ => term,
    };

    private void WriteSome(SomeExpr some)
    {
        _to.Write("some ");
        for (var i = 0; i < some.Symbols.Count; i++)
        {
            if (i > 0)
                _to.Write(", ");
            Terms.WriteOuter(some.Symbols[i]);
        }
    }

    private void WriteEvery(EveryExpr every)
    {
        _to.Write("every ");
        if (every.Key is not null)
        {
            Terms.Write(every.Key);
            _to.Write(", ");
        }

        Terms.Write(every.Value);
        _to.Write(" in ");
        Terms.WriteOperand(every.Domain);
        _to.Write(" {");
        var end = every.With.Count > 0 ? every.With[0].Location.Start : every.Location.Start + every.Location.Length;
        Terms.WriteClosure(every.Body, _lines.End(every.Domain.Location), end, isSpaced: true);
        _to.Write("}");
    }

    private void WriteModifiers(Expr expr)
    {
        if (expr.With.Count == 0)
            return;
        var previous = expr is TermExpr term ? _lines.End(term.Term.Location) : _lines.Start(expr.With[0].Location);
        var depth = _to.Depth;
        foreach (var with in expr.With)
        {
            if (_lines.Start(with.Location) == previous)
            {
                _to.Write(" ");
            }
            else
            {
                _to.EndLine();
                _to.Depth = depth + 1;
            }

            _to.Write("with ");
            Terms.Write(with.Target);
            _to.Write(" as ");
            Terms.Write(with.Value);
            previous = _lines.End(with.Location);
        }

        _to.Depth = depth;
    }
}
