using System.Collections;
using System.Globalization;

namespace MicroApps;

/// <summary>Compares manifests by meaning: a field that is left out equals one that holds the default.</summary>
public static class ManifestDiff
{
    /// <summary>What changed, and which changes alter the risk. Prompts count as changed when their files differ.</summary>
    /// <param name="a">The manifest before.</param>
    /// <param name="b">The manifest after.</param>
    /// <returns>The changes in the order of the manifest's fields; empty when both mean the same.</returns>
    public static IReadOnlyList<ManifestChange> Compare(Manifest a, Manifest b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        List<ManifestChange> changes = [];
        Groups(ManifestShape.Root, "", a, b, changes);
        return changes;
    }

    private static void Values(Kind kind, RiskRule? risk, string path, object? a, object? b, List<ManifestChange> changes)
    {
        if (Equals(a, b)) return;
        if (kind is Shape shape) Groups(shape, path + ".", a, b, changes);
        else if (kind is ListKind { Item: Shape { Key.Count: > 0 } item }) Items(item, risk, path, (IEnumerable?)a, (IEnumerable?)b, changes);
        else if (kind is MapKind map) Entries(map, risk, path, map.Pairs(a), map.Pairs(b), changes);
        else changes.Add(new(path, Text(kind, a), Text(kind, b), risk?.Invoke(a, b)));
    }

    private static void Groups(Shape shape, string prefix, object? a, object? b, List<ManifestChange> changes)
    {
        foreach (var field in shape.Fields)
            Values(field.Kind, field.Risk, prefix + field.Name, a is null ? field.Default : field.Get(a), b is null ? field.Default : field.Get(b), changes);
    }

    private static void Items(Shape item, RiskRule? risk, string path, IEnumerable? a, IEnumerable? b, List<ManifestChange> changes)
    {
        var before = Keyed(item, a);
        var after = Keyed(item, b);
        foreach (var key in before.Keys.Union(after.Keys))
        {
            before.TryGetValue(key, out var x);
            after.TryGetValue(key, out var y);
            var field = $"{path}[{key}]";
            if (x is not null && y is not null) Groups(item, field + ".", x, y, changes);
            else changes.Add(new(field, Text(item, x), Text(item, y), risk?.Invoke(x, y)));
        }

        if (before.Keys.SequenceEqual(after.Keys) || !before.Keys.ToHashSet().SetEquals(after.Keys)) return;
        // The order of models alone has a meaning: the first is the default.
        var reason = item == ModelShapes.Model ? "default model" : null;
        changes.Add(new(path, $"[{string.Join(", ", before.Keys)}]", $"[{string.Join(", ", after.Keys)}]", reason));
    }

    private static void Entries(MapKind map, RiskRule? risk, string path, IReadOnlyDictionary<string, object> a, IReadOnlyDictionary<string, object> b, List<ManifestChange> changes)
    {
        foreach (var key in a.Keys.Union(b.Keys).OrderBy(k => k, StringComparer.Ordinal))
            Values(map.Value, risk, $"{path}.{key}", a.GetValueOrDefault(key), b.GetValueOrDefault(key), changes);
    }

    private static Dictionary<string, object> Keyed(Shape item, IEnumerable? items) =>
        items is null ? [] : items.Cast<object>().GroupBy(item.KeyOf).ToDictionary(g => g.Key, g => g.First());

    private static string? Text(Kind kind, object? value) => value is null ? null : Flow(kind.Plain(value));

    private static string Flow(object plain) => plain switch
    {
        bool flag => flag ? "true" : "false",
        List<object> items => $"[{string.Join(", ", items.Select(Flow))}]",
        List<KeyValuePair<string, object>> fields => $"{{ {string.Join(", ", fields.Select(f => $"{f.Key}: {Flow(f.Value)}"))} }}",
        _ => Convert.ToString(plain, CultureInfo.InvariantCulture)!,
    };
}
