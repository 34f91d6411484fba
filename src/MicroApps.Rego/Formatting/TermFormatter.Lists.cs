namespace MicroApps.Rego;

/// <summary>Lists and comprehensions: on one line when they were, else one line for each line of the source.</summary>
internal sealed partial class TermFormatter
{
    private void WriteList(string open, IReadOnlyList<Term> items, Func<Term, int> start, Action<Term> write, string close, Location location) =>
        WriteList(open, items, start, write, close, location, End);

    private void WriteList<T>(string open, IReadOnlyList<T> items, Func<T, int> start, Action<T> write, string close, Location location, Func<T, int> end)
    {
        to.Write(open);
        var closing = location.Start + location.Length;
        var isLong = items.Count > 0 && (comments.HasBefore(closing) || lines.Of(start(items[0])) != lines.Of(start(items[items.Count - 1])));
        if (isLong)
            WriteLines(items, start, write, end, location.Start, closing);
        else
            WriteLine(items, write);
        to.Write(close);
    }

    private void WriteLine<T>(IReadOnlyList<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                to.Write(", ");
            write(items[i]);
        }
    }

    private void WriteLines<T>(IReadOnlyList<T> items, Func<T, int> start, Action<T> write, Func<T, int> end, int opening, int closing)
    {
        comments.Trail(lines.Of(opening), opening, start(items[0]));
        to.EndLine();
        to.Depth++;
        for (var i = 0; i < items.Count; i++)
        {
            var startsLine = i == 0 || lines.Of(start(items[i])) != lines.Of(start(items[i - 1]));
            if (startsLine)
                comments.Flush(start(items[i]), -1, leavesLine: false);
            write(items[i]);
            to.Write(",");
            if (i + 1 < items.Count && lines.Of(start(items[i])) == lines.Of(start(items[i + 1])))
            {
                to.Write(" ");
                continue;
            }

            comments.Trail(lines.OfEnd(end(items[i])), end(items[i]), i + 1 < items.Count ? start(items[i + 1]) : closing);
            to.EndLine();
        }

        comments.Flush(closing, -1, leavesLine: false);
        to.Depth--;
    }

    private void WriteComprehension(ComprehensionTerm term)
    {
        to.Write(term.Kind == RegoKind.Array ? "[" : "{");
        if (term.Key is not null)
        {
            WriteClosed(term.Key);
            to.Write(": ");
        }

        WriteClosed(term.Value);
        to.Write(" |");
        WriteClosure(term.Body, lines.End(term.Value.Location), term.Location.Start + term.Location.Length, isSpaced: false);
        to.Write(term.Kind == RegoKind.Array ? "]" : "}");
    }

    /// <summary>The body of a comprehension or of <c>every</c>, up to its closing bracket.</summary>
    /// <param name="body">The body.</param>
    /// <param name="openLine">The line of the source on which it is opened.</param>
    /// <param name="closing">Where it ends.</param>
    /// <param name="isSpaced">Whether a space stands before the bracket when all is on one line.</param>
    public void WriteClosure(IReadOnlyList<Expr> body, int openLine, int closing, bool isSpaced)
    {
        if (!comments.HasBefore(closing) && lines.Start(body[body.Count - 1].Location) == openLine)
        {
            to.Write(" ");
            for (var i = 0; i < body.Count; i++)
            {
                if (i > 0)
                    to.Write("; ");
                writeExpr(body[i]);
            }

            to.Write(isSpaced ? " " : "");
            return;
        }

        comments.Trail(openLine, 0, body[0].Location.Start);
        writeBody(body, closing);
    }
}
