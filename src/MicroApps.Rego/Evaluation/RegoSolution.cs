using System.Collections;

namespace MicroApps.Rego;

/// <summary>The variables of one solution of a query. They are few: names are compared one after the other.</summary>
internal sealed class RegoSolution(string[] names, RegoValue?[] values) : IReadOnlyDictionary<string, RegoValue>
{
    public int Count => values.Count(v => v is not null);

    public IEnumerable<string> Keys => this.Select(p => p.Key);

    public IEnumerable<RegoValue> Values => this.Select(p => p.Value);

    public RegoValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The query has no variable {key}.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out RegoValue value)
    {
        var at = Array.IndexOf(names, key);
        value = (at < 0 ? null : values[at])!;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, RegoValue>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
            if (values[i] is { } value)
                yield return new(names[i], value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
