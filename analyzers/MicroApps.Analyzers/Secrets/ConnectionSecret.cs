namespace MicroApps.Analyzers;

/// <summary>A secret in a connection string or a URI.</summary>
/// <param name="Value">The secret itself.</param>
/// <param name="Name">The name that it has there.</param>
/// <param name="IsLocal">Whether it opens only something on the developer's own machine, or is one that everybody knows.</param>
internal sealed record ConnectionSecret(string Value, string Name, bool IsLocal);
