namespace MicroApps.Detection;

/// <summary>The identifiers of people, companies and things by country: a row for each way in which one is written.</summary>
/// <remarks>
/// Scores say how often chance produces the shape: 0.8 for letters and digits in a rare order with a checksum, 0.55 for a checksum over a
/// date or 13 and more digits, 0.3 for a checksum over bare digits (one number in ten passes), 0.1 for a shape alone.
/// </remarks>
internal static partial class IdFormats
{
    private const double Rare = 0.8, Likely = 0.55, Checked = 0.3, Shape = 0.1;

    public static IReadOnlyList<IdFormat> All { get; } =
    [
        .. UnitedStates(),
        .. UnitedKingdom(),
        .. GermanSpeaking(),
        .. NorthernEurope(),
        .. WesternEurope(),
        .. EasternEurope(),
        .. Vat(),
        .. Companies(),
        .. Neighbours(),
        .. NorthAmerica(),
        .. CentralAmerica(),
        .. SouthAmerica(),
        .. Africa(),
        .. SouthAsia(),
        .. EastAsia(),
        .. SouthEastAsia(),
        .. WestAsia(),
        .. Oceania(),
        .. TaxNumbers(),
        .. Documents(),
        .. Devices(),
        .. Medical(),
    ];

    public static IReadOnlyList<EntityType> Types { get; } = [.. All.Select(f => f.Type).Distinct()];

    private static EntityType Pii(string name, string label) => new(name, label, EntityKind.Pii);
}
