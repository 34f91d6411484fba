using System.Collections.Frozen;

namespace MicroApps;

/// <summary>The prices of one provider, found by model id.</summary>
internal sealed class ProviderPrices
{
    private readonly FrozenDictionary<string, ModelPrice[]> _byId;
    private readonly (string Prefix, ModelPrice[] Prices)[] _byPrefix;

    public ProviderPrices(IEnumerable<ModelPrice> prices)
    {
        var models = prices.GroupBy(p => p.Model, StringComparer.OrdinalIgnoreCase).ToLookup(g => g.Key.EndsWith('*'));
        _byId = models[false].ToFrozenDictionary(g => g.Key, Sort, StringComparer.OrdinalIgnoreCase);
        _byPrefix = [.. models[true].Select(g => (g.Key[..^1], Sort(g))).OrderByDescending(p => p.Item1.Length)];
    }

    public ModelPrice? Find(string modelId, DateOnly day) => On(day, Candidates(modelId));

    /// <summary>The id without the date of its version, or null when it has none.</summary>
    internal static string? WithoutDate(string modelId)
    {
        ReadOnlySpan<string> formats = ["yyyy-MM-dd", "yyyyMMdd"];
        foreach (var format in formats)
        {
            var cut = modelId.Length - format.Length - 1;
            if (cut > 0 && modelId[cut] is '-' or '@'
                && DateOnly.TryParseExact(modelId.AsSpan(cut + 1), format, out var date) && date.Year is >= 2020 and < 2100)
            {
                return modelId[..cut];
            }
        }

        return null;
    }

    private ModelPrice[]? Candidates(string modelId)
    {
        if (_byId.TryGetValue(modelId, out var exact) || (WithoutDate(modelId) is { } undated && _byId.TryGetValue(undated, out exact)))
            return exact;
        foreach (var (prefix, prices) in _byPrefix)
        {
            if (modelId.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return prices;
        }

        return null;
    }

    private static ModelPrice? On(DateOnly day, ModelPrice[]? sorted) =>
        sorted is null ? null : Array.FindLast(sorted, p => p.From <= day);

    private static ModelPrice[] Sort(IEnumerable<ModelPrice> prices) => [.. prices.OrderBy(p => p.From)];
}
