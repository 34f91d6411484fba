using System.Text.RegularExpressions;

namespace MicroApps.Detection;

/// <summary>Finds the pattern of a custom type with .NET's automaton, which never backtracks.</summary>
/// <remarks>A second automaton, for the beginnings of matches, says what of a stream must wait.</remarks>
internal sealed class PatternMatcher : CustomMatcher
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    // True everywhere. Without it the automaton takes an optional piece at the start of a pattern for text before the match, and loses
    // matches: " ?, ?" then finds only the last comma of " a,," (dotnet/runtime pull request 130176).
    private const string Anywhere = @"(?:\b|\B)";
    private const int MaxBeginning = 32 * 1024;
    private readonly Regex _pattern;
    private readonly Regex _beginning;
    private readonly int _maxLength;

    public PatternMatcher(CustomType custom)
        : base(custom)
    {
        try
        {
            var parsed = PatternParser.Parse(custom.Pattern!);
            if (parsed.Node.Beginning.Length > MaxBeginning)
                throw new FormatException("it nests too many groups; write it flatter");
            _maxLength = (int)parsed.Node.MaxLength;
            _pattern = new Regex(parsed.Options + Anywhere + parsed.Node.Full, Options);
            _beginning = new Regex($"{parsed.Options}{Anywhere}{parsed.Node.Beginning}\\z", Options);
        }
        catch (Exception refused) when (refused is FormatException or ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"The pattern of {custom.Type} is refused: {refused.Message.TrimEnd('.')}.", refused);
        }
    }

    public override void Collect(in Pass pass, ReadOnlySpan<char> text, int from, int order, ref CandidateList? found)
    {
        for (var i = from; i < text.Length; i++)
        {
            var matches = _pattern.EnumerateMatches(text, i);
            if (!matches.MoveNext())
                return;
            i = matches.Current.Index;
            Propose(pass, text, i, matches.Current.Length, order, ref found);
        }
    }

    public override int Tail(ReadOnlySpan<char> text, int from)
    {
        var matches = _beginning.EnumerateMatches(text, Math.Max(from, text.Length - _maxLength));
        return matches.MoveNext() ? matches.Current.Index : text.Length;
    }
}
