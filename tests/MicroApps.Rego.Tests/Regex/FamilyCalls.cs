namespace MicroApps.Rego.Tests;

/// <summary>Calls functions of one family with plain values.</summary>
internal static class FamilyCalls
{
    public static RegoValue? Run(IEnumerable<Builtin> family, string name, params object[] args) =>
        family.Single(f => f.Name == name).Run(new BuiltinContext { Name = name }, [.. args.Select(Value)]);

    public static bool Bool(IEnumerable<Builtin> family, string name, params object[] args) => ((BooleanValue)Run(family, name, args)!).Value;

    /// <summary>Code and message of a call that fails.</summary>
    public static string Failure(IEnumerable<Builtin> family, string name, params object[] args)
    {
        var context = new BuiltinContext { Name = name };
        Assert.Null(family.Single(f => f.Name == name).Run(context, [.. args.Select(Value)]));
        return $"{context.FailureCode}: {context.FailureMessage}";
    }

    /// <summary>The members of an array or a set of texts.</summary>
    public static string[] Texts(RegoValue collection) =>
        [.. (collection is ArrayValue array ? array.Items : ((SetValue)collection).Sorted).Select(item => ((StringValue)item).Value)];

    private static RegoValue Value(object? value) => value switch
    {
        null => RegoValue.Null,
        string text => RegoValue.From(text),
        int number => RegoValue.From(number),
        string[] texts => new ArrayValue([.. texts.Select(RegoValue.From)]),
        _ => (RegoValue)value,
    };
}
