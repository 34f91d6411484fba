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

    /// <summary>The pattern that was asked for last: policies tend to ask for one many times in a row.</summary>
    private volatile Entry? _last;

    /// <summary>A pattern that is known; null when it is not.</summary>
    public RegexProgram? Find(PatternKey key)
    {
        if (_last is { } last && last.Key == key)
            return last.Program;
        if (!_programs.TryGetValue(key, out var program))
            return null;
        _last = new(key, program);
        return program;
    }

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

    private sealed record Entry(PatternKey Key, RegexProgram Program);
}
