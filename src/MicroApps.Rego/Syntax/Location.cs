namespace MicroApps.Rego;

/// <summary>Where something stands in a source.</summary>
/// <param name="File">The name of the source.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in code points as OPA counts.</param>
/// <param name="Start">The UTF-16 unit of the source where it begins.</param>
/// <param name="Length">How many UTF-16 units of the source it has.</param>
internal sealed record Location(string File, int Line, int Column, int Start, int Length);
