namespace MicroApps.Rego;

/// <summary>The classes that are written <c>[:name:]</c>: of ASCII only.</summary>
internal static class PosixClasses
{
    private static readonly Dictionary<string, RuneSet> Sets = new(StringComparer.Ordinal)
    {
        ["alnum"] = RuneSet.OfAscii("09AZaz"),
        ["alpha"] = RuneSet.OfAscii("AZaz"),
        ["ascii"] = RuneSet.OfAscii("\0\x7F"),
        ["blank"] = RuneSet.OfAscii("\t\t  "),
        ["cntrl"] = RuneSet.OfAscii("\0\x1F\x7F\x7F"),
        ["digit"] = RuneSet.Digits,
        ["graph"] = RuneSet.OfAscii("!~"),
        ["lower"] = RuneSet.OfAscii("az"),
        ["print"] = RuneSet.OfAscii(" ~"),
        ["punct"] = RuneSet.OfAscii("!/:@[`{~"),
        ["space"] = RuneSet.OfAscii("\t\r  "),
        ["upper"] = RuneSet.OfAscii("AZ"),
        ["word"] = RuneSet.Words,
        ["xdigit"] = RuneSet.OfAscii("09AFaf"),
    };

    public static RuneSet? Find(string name) => Sets.TryGetValue(name, out var set) ? set : null;
}
