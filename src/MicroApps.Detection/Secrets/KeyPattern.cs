using System.Globalization;

namespace MicroApps.Detection;

/// <summary>
/// The shape of a key: literal text and runs in braces, such as <c>SG.{u22}.{u43}</c> or <c>sk-{u20-200}</c>. A run is a letter for its
/// alphabet, then its length or shortest-longest. A pattern begins with a literal or with one run and then a literal, which is the anchor.
/// </summary>
internal sealed class KeyPattern
{
    private readonly record struct Part(string Literal, CharSet? Set, int Min, int Max);

    private static readonly Dictionary<char, CharSet> Alphabets = new()
    {
        ['d'] = CharSet.Digits,
        ['h'] = CharSet.Hex,
        ['l'] = new(CharSet.Lower + CharSet.Digit),
        ['U'] = new(CharSet.Upper + CharSet.Digit),
        ['a'] = CharSet.AsciiWord,
        ['w'] = new(CharSet.Alphanumeric + "_"),
        ['u'] = CharSet.Base64Url,
        ['b'] = new(CharSet.Alphanumeric + "+/"),
        ['c'] = new(CharSet.Alphanumeric + "./"),
        ['s'] = new(CharSet.Alphanumeric + "/"),
        ['q'] = new(CharSet.Alphanumeric + "-_.~%+/="),
        ['t'] = new(CharSet.Alphanumeric + "-_."),
        ['p'] = new(CharSet.Alphanumeric + "-_.=~"),
    };

    private static readonly CharSet Delimiters = new("\0\n\r\"'`=,;<>([{|");

    private readonly Part[] _parts;

    public KeyPattern(string pattern)
    {
        _parts = [.. Parse(pattern)];
        Anchor = _parts[0].Set is null ? _parts[0].Literal : _parts[1].Literal;
        MaxLength = _parts.Sum(p => p.Max);
        LookBack = _parts[0].Set is null ? 0 : _parts[0].Max;
    }

    /// <summary>The alphabet of a letter of the language.</summary>
    public static CharSet Alphabet(char letter) => Alphabets[letter];

    public string Anchor { get; }

    public int MaxLength { get; }

    public int LookBack { get; }

    /// <summary>The start and end of the key whose anchor stands at <paramref name="anchor"/>, or null.</summary>
    public (int Start, int End)? Match(ref TextWindow text, int anchor)
    {
        var (start, first) = (anchor, 0);
        if (_parts[0] is { Set: { } before } run)
        {
            start = text.RunBack(anchor, before, run.Max + 1);
            if (anchor - start < run.Min || anchor - start > run.Max || !MayBegin(ref text, start, before))
                return null;
            text.Hold(start);
            first = 1;
        }

        var end = anchor;
        for (var i = first; i < _parts.Length; i++)
        {
            var (literal, set, min, max) = _parts[i];
            var next = set is null ? end + literal.Length : text.Run(end, set, max + 1);
            if (set is null ? !text.Matches(end, literal) : next - end < min || next - end > max)
                return null;
            end = next;
        }

        return (start, end);
    }

    /// <summary>Where a key may begin whose anchor has not arrived: only for patterns that begin with a run.</summary>
    public int Tail(ref TextWindow text, int end)
    {
        if (_parts[0] is not { Set: { } set } run)
            return end;
        var anchor = end;
        for (var length = Math.Min(Anchor.Length - 1, end); length > 0 && anchor == end; length--)
            if (Anchor.AsSpan().StartsWith(text.Before(end, length)))
                anchor = end - length;
        var start = text.RunBack(anchor, set, run.Max + 1);
        return anchor - start > run.Max || !MayBegin(ref text, start, set) ? end : start;
    }

    // A run of letters that begins behind a space may be any word, and every word of a stream would have to wait: there a sign must stand before the space.
    private static bool MayBegin(ref TextWindow text, int start, CharSet run)
    {
        var before = text[start - 1];
        return !char.IsLetterOrDigit(before)
            && (!run.Contains('n') || Delimiters.Contains(before) || (before == ' ' && text[start - 2] is '=' or ':' or '>'));
    }

    private static IEnumerable<Part> Parse(string pattern)
    {
        for (var i = 0; i < pattern.Length;)
        {
            var close = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (close < 0)
            {
                var open = pattern.IndexOf('{', i);
                var literal = pattern[i..(open < 0 ? pattern.Length : open)];
                yield return new Part(literal, null, literal.Length, literal.Length);
                i += literal.Length;
                continue;
            }

            var range = pattern[(i + 2)..close].Split('-');
            yield return new Part("", Alphabets[pattern[i + 1]], Number(range[0]), Number(range[^1]));
            i = close + 1;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
