namespace MicroApps;

/// <summary>An entity type of the organisation's own, found by a pattern, by words, or both.</summary>
public sealed record ManifestEntityType
{
    /// <summary>The type's name in capitals, such as <c>EMPLOYEE_NO</c>; unique in the manifest.</summary>
    public required string Type { get; init; }

    /// <summary>The regular expression, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>The words that are found as they are.</summary>
    public IReadOnlyList<string> Words { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Words nearby that make a match more likely.</summary>
    public IReadOnlyList<string> Context { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The name of the check that a match must pass, such as <c>luhn</c>, or null.</summary>
    public string? Validator { get; init; }
}
