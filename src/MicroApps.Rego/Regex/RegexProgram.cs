namespace MicroApps.Rego;

/// <summary>A compiled regular expression of RE2's syntax, in time linear in the text. Immutable and thread-safe.</summary>
internal sealed class RegexProgram
{
    private readonly RegexCode _code;
    private readonly RegexAutomaton _automaton;
    private readonly IReadOnlyList<string> _names;
    private RegexMachine? _idle;

    /// <summary>A program of a tree whose groups have these names; the first is that of the match itself.</summary>
    public RegexProgram(RegexNode root, IReadOnlyList<string> names)
    {
        (_code, _names) = (new(root, names.Count), names);
        _automaton = new(_code);
    }

    /// <summary>Compiles a pattern; null when it is wrong, and then how, as Go words it.</summary>
    public static RegexProgram? Compile(string pattern, out string? error)
    {
        var parser = new RegexParser(pattern);
        return parser.Parse(out error) is { } root ? new(root, parser.Names) : null;
    }

    /// <summary>Whether it matches anywhere in a text.</summary>
    public bool IsMatch(string text) => IsMatch(text, 0);

    /// <summary>The first match at a place or behind it: begin and end of itself and of each group, -1 for groups that took no part; null when there is none.</summary>
    public int[]? Find(string text, int start) => Find(text, start, _code.Slots);

    /// <summary>The matches one after the other, at most so many, all when negative. An empty match right behind another does not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="withGroups">Whether the places of groups are wanted.</param>
    public List<int[]> FindAll(string text, long most, bool withGroups)
    {
        var found = new List<int[]>();
        for (var (at, last) = (0, -1); at <= text.Length && (most < 0 || found.Count < most);)
        {
            Budget.Current.Spend(1);
            if (Find(text, at, withGroups ? _code.Slots : 2) is not { } match)
                break;
            if (match[1] > match[0] || match[0] != last)
                found.Add(match);
            if (found.Count > Budget.MostElements)
                throw Budget.TooManyElements();
            last = match[1];
            at = match[1] > at ? match[1] : at + Runes.LengthAt(text, at);
        }

        return found;
    }

    /// <summary>Replaces all matches by a template with <c>$1</c> and <c>${name}</c>.</summary>
    public string Replace(string text, string template)
    {
        var parts = new RegexTemplate(template, _names);
        var matches = FindAll(text, -1, parts.UsesGroups);
        if (matches.Count == 0)
            return text;
        var (result, copied) = (new BoundedText(), 0);
        foreach (var match in matches)
        {
            result.Append(text, copied, match[0] - copied);
            parts.Append(result, text, match);
            copied = match[1];
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The parts of a text between the matches.</summary>
    public List<string> Split(string text, bool isEmptyPattern)
    {
        if (text.Length == 0)
            return isEmptyPattern ? [] : [""];
        var (parts, begin, end) = (new List<string>(), 0, 0);
        foreach (var match in FindAll(text, -1, withGroups: false))
        {
            end = match[0];
            if (match[1] != 0)
                parts.Add(text.Substring(begin, end - begin));
            begin = match[1];
        }

        if (end != text.Length)
            parts.Add(text.Substring(begin));
        return parts;
    }

    private bool IsMatch(string text, int at) =>
        _code.IsLiteral ? text.IndexOf(_code.Prefix, at, StringComparison.Ordinal) >= 0 : _automaton.IsMatch(text, at);

    private int[]? Find(string text, int start, int slots)
    {
        // Most texts do not match, which the automaton finds out faster.
        if (!IsMatch(text, start))
            return null;
        var machine = Interlocked.Exchange(ref _idle, null) ?? new(_code);
        var found = machine.Find(text, start, slots);
        _idle = machine;
        return found;
    }
}
