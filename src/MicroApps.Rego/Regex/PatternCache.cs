using System.Collections.Concurrent;

namespace MicroApps.Rego;

/// <summary>What a program was compiled from: a pattern, and whatever else made a difference.</summary>
internal readonly record struct PatternKey(string Pattern, string Detail = "");

/// <summary>Compiled patterns of one kind, for all evaluations of the process. Bounded and thread-safe.</summary>
internal sealed class PatternCache
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<PatternKey, RegexProgram> _programs = new();
    private int _count;

    /// <summary>A pattern that is known; null when it is not.</summary>
    public RegexProgram? Find(PatternKey key) => _programs.TryGetValue(key, out var program) ? program : null;

    /// <summary>Keeps a pattern. When there are too many, all others are forgotten: this is rare, and needs no record of use.</summary>
    public RegexProgram Keep(PatternKey key, RegexProgram program)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _programs.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _programs[key] = program;
        return program;
    }
}
