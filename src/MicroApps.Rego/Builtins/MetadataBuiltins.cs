namespace MicroApps.Rego;

/// <summary>Built-in functions on annotations. In rules their calls are replaced when they are compiled; in a query, where there is no rule, they are undefined.</summary>
internal static class MetadataBuiltins
{
    public static IEnumerable<Builtin> All { get; } = [new(Metadata.ChainFunction, static (_, _) => null), new(Metadata.RuleFunction, static (_, _) => null)];
}
