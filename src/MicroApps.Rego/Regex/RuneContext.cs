namespace MicroApps.Rego;

/// <summary>What is on one side of a place, as far as assertions ask.</summary>
[Flags]
internal enum RuneContext : byte
{
    None = 0,
    Word = 1,
    Newline = 2,

    /// <summary>Nothing: the beginning or the end of the text.</summary>
    Edge = 4,
}

/// <summary>Decides assertions.</summary>
internal static class RegexPlaces
{
    public static bool Holds(RegexPlace place, RuneContext before, RuneContext after) => place switch
    {
        RegexPlace.BeginText => (before & RuneContext.Edge) != 0,
        RegexPlace.EndText => (after & RuneContext.Edge) != 0,
        RegexPlace.BeginLine => (before & (RuneContext.Edge | RuneContext.Newline)) != 0,
        RegexPlace.EndLine => (after & (RuneContext.Edge | RuneContext.Newline)) != 0,
        RegexPlace.WordBoundary => ((before ^ after) & RuneContext.Word) != 0,
        _ => ((before ^ after) & RuneContext.Word) == 0,
    };

    /// <summary>What an assertion asks about the side before it.</summary>
    public static RuneContext Watched(RegexPlace place) => place switch
    {
        RegexPlace.BeginText => RuneContext.Edge,
        RegexPlace.BeginLine => RuneContext.Edge | RuneContext.Newline,
        RegexPlace.EndLine => RuneContext.Newline,
        RegexPlace.EndText => RuneContext.None,
        _ => RuneContext.Word,
    };
}
