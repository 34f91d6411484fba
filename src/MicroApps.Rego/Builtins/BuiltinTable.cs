namespace MicroApps.Rego;

/// <summary>The code of every built-in function, by name.</summary>
internal static class BuiltinTable
{
    public static IReadOnlyDictionary<string, Builtin> All { get; } = Families().SelectMany(f => f).ToDictionary(b => b.Name, StringComparer.Ordinal);

    private static IEnumerable<IEnumerable<Builtin>> Families() =>
    [
        ArithmeticBuiltins.All, AggregateBuiltins.All, BitsBuiltins.All, CastsBuiltins.All, ComparisonBuiltins.All, NumberRangeBuiltins.All, RandomBuiltins.All,
        SetBuiltins.All, TypeBuiltins.All, UnitsBuiltins.All, LanguageBuiltins.All,
    ];
}
