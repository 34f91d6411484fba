namespace MicroApps.Rego;

/// <summary>The comments of a source that are not written yet, in order: none is lost, each is written once.</summary>
internal sealed class CommentQueue(IReadOnlyList<Comment> comments, SourceLines lines, FormattedText to)
{
    private int _next;

    /// <summary>Whether a comment is left that begins before a place.</summary>
    public bool HasBefore(int place) => _next < comments.Count && comments[_next].Location.Start < place;

    /// <summary>Writes the comment at the end of the line, if the next one stands on a line of the source, before a place.</summary>
    public void Trail(int line, int from, int before)
    {
        if (!HasBefore(before) || comments[_next].Location.Start < from || lines.Start(comments[_next].Location) != line)
            return;
        to.Write(" " + Text(comments[_next++]));
        to.EndLine();
    }

    /// <summary>Writes the comments before a place, each on a line of its own.</summary>
    /// <param name="place">The place in the source.</param>
    /// <param name="previous">The line of the source that was written last; negative for none. More than one line further, a line is left empty.</param>
    /// <param name="leavesLine">Whether an empty line stands before the first comment in any case, unless <paramref name="previous"/> is negative.</param>
    /// <returns>The line of the source that was written last.</returns>
    public int Flush(int place, int previous, bool leavesLine)
    {
        for (; HasBefore(place); _next++)
        {
            var line = lines.Start(comments[_next].Location);
            to.EndLine();
            if (previous >= 0 && (leavesLine || line > previous + 1))
                to.LeaveLine();
            to.Write(Text(comments[_next]));
            to.EndLine();
            (previous, leavesLine) = (line, false);
        }

        return previous;
    }

    /// <summary>Leaves out those before a place, which were written as part of something else.</summary>
    public void Skip(int from, int place)
    {
        while (HasBefore(place) && comments[_next].Location.Start >= from)
            _next++;
    }

    private static string Text(Comment comment) => ("#" + comment.Text).TrimEnd();
}
