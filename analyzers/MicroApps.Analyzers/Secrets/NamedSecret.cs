namespace MicroApps.Analyzers;

/// <summary>A secret inside a longer text.</summary>
/// <param name="Value">The secret itself.</param>
/// <param name="Name">What the text calls it.</param>
internal readonly record struct NamedSecret(string Value, string Name);
