namespace MicroApps.Rego;

/// <summary>Where a document is not as its schema wants it.</summary>
/// <param name="Kind">What kind of error: <c>invalid_type</c>, <c>required</c> ….</param>
/// <param name="Field">The path, with points between; <c>(Root)</c> for the document itself.</param>
/// <param name="Description">What is wrong.</param>
internal sealed record SchemaError(string Kind, string Field, string Description);
