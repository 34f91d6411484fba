using System.Collections.Concurrent;

namespace MicroApps.Rego;

/// <summary>The types of built-in functions.</summary>
internal static class BuiltinTypes
{
    private static readonly ConcurrentDictionary<string, FunctionType?> s_types = new(StringComparer.Ordinal);

    /// <summary>Those that version 1 of the language does not have any more.</summary>
    private static readonly HashSet<string> s_deprecated =
        ["any", "all", "re_match", "set_diff", "net.cidr_overlap", "cast_array", "cast_boolean", "cast_null", "cast_object", "cast_set", "cast_string"];

    public static FunctionType? Find(string name) => s_types.GetOrAdd(name, n => BuiltinSignatures.Find(n) is { } line ? TypeNotation.Function(line) : null);

    public static bool IsDeprecated(string name) => s_deprecated.Contains(name);

    /// <summary>What to write instead of a function that is deprecated.</summary>
    public static string Instead(string name) => name switch
    {
        "any" => "`some x in xs; x`",
        "all" => "`every x in xs { x }`",
        "re_match" => "regex.match",
        "set_diff" => "`a - b`",
        "net.cidr_overlap" => "net.cidr_contains",
        _ => "a test such as is_string(x)",
    };
}
