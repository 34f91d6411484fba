using MicroApps.Rego;

namespace MicroApps.Analyzers;

/// <summary>What a policy says against the manifest.</summary>
/// <param name="Message">Its words, on one line.</param>
/// <param name="Field">The field it names, such as <c>models[0].trust</c>; empty for none.</param>
internal sealed record Denial(string Message, string Field)
{
    private const string Default = "the manifest is denied";

    /// <summary>What a <c>deny</c> rule says: texts, objects with <c>message</c> or <c>msg</c> and <c>field</c>, collections of them, or only true.</summary>
    public static IEnumerable<Denial> From(RegoValue value) => value switch
    {
        ArrayValue list => list.Items.SelectMany(From),
        SetValue set => set.Sorted.SelectMany(From),
        ObjectValue verdict when Has(verdict, "message") || Has(verdict, "msg") || Has(verdict, "field") => [new(MessageOf(verdict), TextOf(verdict, "field") ?? "")],
        ObjectValue groups => groups.Values.SelectMany(From),
        _ when value.Equals(RegoValue.False) || value.Kind == RegoKind.Null => [],
        _ when value.Equals(RegoValue.True) => [new(Default, "")],
        _ => [new(OneLine((value as StringValue)?.Value ?? value.ToJson()), "")],
    };

    private static string MessageOf(ObjectValue verdict) =>
        OneLine(TextOf(verdict, "message") ?? TextOf(verdict, "msg") ?? verdict.ToJson());

    private static bool Has(ObjectValue verdict, string name) => verdict.Find(RegoValue.From(name)) is not null;

    private static string? TextOf(ObjectValue verdict, string name) => (verdict.Find(RegoValue.From(name)) as StringValue)?.Value;

    private static string OneLine(string text)
    {
        var units = text.ToCharArray();
        for (var i = 0; i < units.Length; i++)
            if (char.IsControl(units[i]))
                units[i] = ' ';
        var line = new string(units).Trim();
        return line.Length == 0 ? Default : line;
    }
}
