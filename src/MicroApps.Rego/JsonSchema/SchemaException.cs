namespace MicroApps.Rego;

/// <summary>A schema cannot be used. Never leaves the functions on schemas.</summary>
internal sealed class SchemaException(string message) : Exception(message);
