namespace MicroApps;

/// <summary>One difference between two manifests.</summary>
/// <param name="Field">The field's path; items of lists are named by what tells them apart, as in <c>models[gpt-4o-mini].trust</c>.</param>
/// <param name="Before">What stood there, as it would be written; null when nothing did.</param>
/// <param name="After">What stands there now; null when nothing does.</param>
/// <param name="Reason">Why the change alters the risk, such as <c>model version</c>; null when it does not.</param>
public sealed record ManifestChange(string Field, string? Before, string? After, string? Reason)
{
    /// <summary>Whether the change alters the app's risk, so that an approval given before does not cover it.</summary>
    public bool AltersRisk => Reason is not null;

    /// <summary>The change on one line.</summary>
    /// <returns>Such as <c>~ models[gpt-4o-mini].version: 2024-07-18 → 2025-01-31  (alters risk: model version)</c>.</returns>
    public override string ToString()
    {
        var (mark, text) = (Before, After) switch
        {
            (null, _) => ('+', After),
            (_, null) => ('-', Before),
            _ => ('~', $"{Before} → {After}"),
        };
        return $"{mark} {Field}: {text}{(AltersRisk ? $"  (alters risk: {Reason})" : "")}";
    }
}
