namespace MicroApps.Rego;

/// <summary>A part of the path of a reference: a known key, or a pattern that each key is matched with.</summary>
internal sealed record PathPart(Eval? Key, Pattern? Pattern);
