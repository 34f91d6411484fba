using MicroApps.Detection;

namespace MicroApps.Names;

/// <summary>The types that <see cref="NameRecognizer"/> finds.</summary>
public static class NameTypes
{
    /// <summary>The name of a person, without titles.</summary>
    public static EntityType Person { get; } = new("PERSON", "PERSON", EntityKind.Pii);

    /// <summary>A place: a city, a region, a country, the words of an address.</summary>
    public static EntityType Location { get; } = new("LOCATION", "LOCATION", EntityKind.Pii);

    /// <summary>A company, an authority, a club.</summary>
    public static EntityType Organization { get; } = new("ORGANIZATION", "ORGANIZATION", EntityKind.Pii);
}
