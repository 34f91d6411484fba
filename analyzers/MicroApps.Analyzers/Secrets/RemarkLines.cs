namespace MicroApps.Analyzers;

/// <summary>Goes over the lines of a file that may be comments or disabled code. Text alone: a slash in a literal may look like one, so a hit is asked of the tree.</summary>
/// <param name="text">The file.</param>
internal sealed class RemarkLines(string text)
{
    private int _next, _conditions;
    private bool _inBlock;

    /// <summary>Where the remark of the line begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the line ends.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next line that has one.</summary>
    public bool Next()
    {
        while (_next < text.Length)
        {
            Start = _next;
            End = text.IndexOf('\n', _next);
            End = End < 0 ? text.Length : End;
            _next = End + 1;
            if (IsRemark())
                return true;
        }

        return false;
    }

    private bool IsRemark()
    {
        var first = Start;
        while (first < End && text[first] is ' ' or '\t')
            first++;
        if (first == End)
            return false;
        if (text[first] == '#')
            _conditions = Math.Max(0, _conditions + Change(first));
        if (_conditions > 0)
            return true;
        if (_inBlock)
        {
            _inBlock = text.IndexOf("*/", Start, End - Start, StringComparison.Ordinal) < 0;
            return true;
        }

        return HasComment();
    }

    // "///" is documentation, where examples stand.
    private bool HasComment()
    {
        for (var i = text.IndexOf('/', Start, End - Start); i >= 0 && i + 1 < End; i = text.IndexOf('/', i + 1, End - i - 1))
        {
            if (text[i + 1] is not ('/' or '*') || (i > Start && text[i - 1] == ':'))
                continue;
            if (text[i + 1] == '/' && i + 2 < End && text[i + 2] == '/')
                return false;
            _inBlock = text[i + 1] == '*' && text.IndexOf("*/", i + 2, End - i - 2, StringComparison.Ordinal) < 0;
            Start = i + 2;
            return true;
        }

        return false;
    }

    private int Change(int i) => Begins(i, "#if") ? 1 : Begins(i, "#endif") ? -1 : 0;

    private bool Begins(int i, string word) => string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
