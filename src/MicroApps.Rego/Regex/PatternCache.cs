using System.Collections.Concurrent;

namespace MicroApps.Rego;

/// <summary>Compiled patterns by what they were compiled from, for all evaluations of the process. Bounded and thread-safe.</summary>
internal sealed class PatternCache<TKey>
    where TKey : IEquatable<TKey>
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<TKey, RegexProgram> _programs = new();
    private int _count;

    /// <summary>The pattern that was asked for last: policies tend to ask for one many times in a row.</summary>
    private volatile Tuple<TKey, RegexProgram>? _last;

    /// <summary>A pattern that is known; null when it is not.</summary>
    public RegexProgram? Find(TKey key)
    {
        if (_last is { } last && last.Item1.Equals(key))
            return last.Item2;
        if (!_programs.TryGetValue(key, out var program))
            return null;
        _last = new(key, program);
        return program;
    }

    /// <summary>Keeps a pattern. When there are too many, all others are forgotten: this is rare, and needs no record of use.</summary>
    public RegexProgram Keep(TKey key, RegexProgram program)
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
