namespace MicroApps.Rego;

/// <summary>What a zone's clocks showed from one change to the next.</summary>
/// <param name="Start">The first second, since 1970-01-01 UTC.</param>
/// <param name="End">The second after the last.</param>
/// <param name="Offset">Seconds east of UTC.</param>
/// <param name="Name">The abbreviation, as CET; empty when it is unknown.</param>
internal readonly record struct ZonePeriod(long Start, long End, int Offset, string Name);
