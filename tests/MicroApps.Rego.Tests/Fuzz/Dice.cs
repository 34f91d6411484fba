using System.Globalization;

namespace MicroApps.Rego.Tests;

/// <summary>Choices that a seed decides.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int count) => _random.Next(count);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>The items in another order, now and then.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    public List<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, Next(most + 1)).Select(_ => make())];

    public string Number(int most) => Next(most).ToString(CultureInfo.InvariantCulture);
}
