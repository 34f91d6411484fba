namespace MicroApps.Evaluation;

/// <summary>Random numbers that are the same on every machine and runtime (xorshift64, G. Marsaglia, 2003).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, not including, <paramref name="end"/>.</summary>
    public int Below(int end)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)end);
    }

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Replaces # by a digit and ? by a capital letter.</summary>
    public string Fill(string form) =>
        string.Concat(form.Select(c => c == '#' ? (char)('0' + Below(10)) : c == '?' ? (char)('A' + Below(26)) : c));
}
