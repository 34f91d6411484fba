namespace MicroApps.Rego;

/// <summary>A version of JSON Schema; the last takes what any of them allows.</summary>
internal enum SchemaDraft
{
    Draft4 = 4,
    Draft6 = 6,
    Draft7 = 7,
    Any = int.MaxValue,
}
