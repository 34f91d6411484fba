namespace MicroApps;

/// <summary>A placeholder and the value that it stands for.</summary>
internal sealed class PlaceholderEntry(string placeholder, string label, int number, string entityType, string value)
{
    public string Placeholder { get; } = placeholder;

    public string Label { get; } = label;

    public int Number { get; } = number;

    public string EntityType { get; } = entityType;

    public string Value { get; } = value;

    /// <summary>The value as the vault keeps it; the same bytes each time, so that adding it twice is no conflict.</summary>
    public ReadOnlyMemory<byte> Sealed { get; set; }

    /// <summary>The placeholder: a value must not be printed by accident.</summary>
    public override string ToString() => Placeholder;
}
