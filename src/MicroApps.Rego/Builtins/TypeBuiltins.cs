namespace MicroApps.Rego;

/// <summary><c>type_name</c> and <c>is_number</c> to <c>is_null</c>.</summary>
internal static class TypeBuiltins
{
    public static IEnumerable<Builtin> All =>
    [
        new("type_name", (_, args) => RegoValue.From(BuiltinContext.KindName(args[0].Kind))),
        .. Enumerable.Range(0, (int)RegoKind.Set + 1).Select(kind => Is((RegoKind)kind)),
    ];

    private static Builtin Is(RegoKind kind) => new("is_" + BuiltinContext.KindName(kind), (_, args) => RegoValue.From(args[0].Kind == kind));
}
