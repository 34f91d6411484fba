namespace MicroApps.Rego;

/// <summary>Values in the order of Rego: <c>equal</c>, <c>neq</c>, <c>lt</c>, <c>lte</c>, <c>gt</c>, <c>gte</c>, and <c>eq</c> where nothing is left to unify.</summary>
internal static class ComparisonBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("equal", (_, args) => RegoValue.From(args[0].Equals(args[1]))),
        new("neq", (_, args) => RegoValue.From(!args[0].Equals(args[1]))),
        new("lt", (_, args) => RegoValue.From(args[0].CompareTo(args[1]) < 0)),
        new("lte", (_, args) => RegoValue.From(args[0].CompareTo(args[1]) <= 0)),
        new("gt", (_, args) => RegoValue.From(args[0].CompareTo(args[1]) > 0)),
        new("gte", (_, args) => RegoValue.From(args[0].CompareTo(args[1]) >= 0)),
    ];
}
