namespace MicroApps.Analyzers;

/// <summary>A name and its value in a settings file.</summary>
/// <param name="Name">The name with those of its sections before it, joined by colons.</param>
/// <param name="Value">The value without quotes and escapes.</param>
/// <param name="Start">Where the value begins in the file, as it is written.</param>
/// <param name="Length">How long it is there.</param>
internal sealed record Setting(string Name, string Value, int Start, int Length);
