namespace MicroApps;

/// <summary>What happens to personal data and secrets in text.</summary>
public sealed record ManifestRedaction
{
    /// <summary>The action per entity type; types that are not named follow policy.</summary>
    public IReadOnlyDictionary<string, RedactionAction> Types { get; init => field = ValueMap.Of(value); } = ValueMap<string, RedactionAction>.Empty;

    /// <summary>Actions that hold for data of one class, before <see cref="Types"/>.</summary>
    public IReadOnlyDictionary<DataClass, IReadOnlyDictionary<string, RedactionAction>> Classes { get; init => field = ValueMap.Of(value); } = ValueMap<DataClass, IReadOnlyDictionary<string, RedactionAction>>.Empty;

    /// <summary>The action per entity type for values that the model itself brings in.</summary>
    public IReadOnlyDictionary<string, ResponseAction> Responses { get; init => field = ValueMap.Of(value); } = ValueMap<string, ResponseAction>.Empty;

    /// <summary>What happens to images and audio; null lets the data class decide.</summary>
    public UnscannableAction? Unscannable { get; init; }

    /// <summary>Entity types of the organisation's own.</summary>
    public IReadOnlyList<ManifestEntityType> Custom { get; init => field = ValueList.Of(value); } = ValueList.Of<ManifestEntityType>([]);
}
