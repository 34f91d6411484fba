namespace MicroApps.Rego;

/// <summary>The code of every built-in function, by name.</summary>
internal static class BuiltinTable
{
    public static IReadOnlyDictionary<string, Builtin> All { get; } = Make();

    private static Dictionary<string, Builtin> Make()
    {
        var table = Families().SelectMany(f => f).ToDictionary(b => b.Name, StringComparer.Ordinal);
        foreach (var refused in RefusedBuiltins.All([.. table.Keys]))
            table[refused.Name] = refused;
        return table;
    }

    private static IEnumerable<IEnumerable<Builtin>> Families() =>
    [
        AggregateBuiltins.All, ArithmeticBuiltins.All, ArrayBuiltins.All, BitsBuiltins.All, CastsBuiltins.All, CidrBuiltins.All,
        ComparisonBuiltins.All, CryptoBuiltins.All, EncodingBuiltins.All, GlobBuiltins.All, GraphBuiltins.All, JsonBuiltins.All,
        JsonSchemaBuiltins.All, JwtBuiltins.All, MetadataBuiltins.All,
        LanguageBuiltins.All, NumberRangeBuiltins.All, ObjectBuiltins.All, RandomBuiltins.All, RegexBuiltins.All, SemverBuiltins.All,
        SetBuiltins.All, StringBuiltins.All, TemplateBuiltins.All, TimeBuiltins.All, TypeBuiltins.All, UnitsBuiltins.All, UrlBuiltins.All, UuidBuiltins.All, YamlBuiltins.All,
    ];
}
