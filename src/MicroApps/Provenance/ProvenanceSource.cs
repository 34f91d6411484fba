namespace MicroApps;

/// <summary>A source that was retrieved for a call.</summary>
/// <param name="Id">The source's id in the manifest or store.</param>
/// <param name="Class">Its data class.</param>
/// <param name="Commitment">Keyed commitment of the retrieved text.</param>
public sealed record ProvenanceSource(string Id, DataClass Class, string Commitment);
