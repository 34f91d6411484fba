namespace MicroApps.Rego.Tests;

/// <summary>Runs lines of a case file: the name, the arguments and "=&gt;" with the result, each behind a tab. The results are OPA's.</summary>
internal static class BuiltinCases
{
    /// <summary>What a line expects, and what comes out: JSON of a value, "undefined", or "! code: message".</summary>
    public static (string Expected, string Actual) Run(IReadOnlyDictionary<string, Builtin> builtins, string line)
    {
        var parts = line.Split('\t');
        var context = new BuiltinContext { Name = parts[0] };
        var result = builtins[parts[0]].Run(context, [.. parts[1..^1].Select(TermReader.Read)]);
        var actual = result is not null ? Json(result) : context.FailureCode is null ? "undefined" : $"! {context.FailureCode}: {context.FailureMessage.Replace("\n", "\\n", StringComparison.Ordinal)}";
        var expected = parts[^1][3..];
        return (expected is "undefined" || expected[0] == '!' ? expected : Json(TermReader.Read(expected)), actual);
    }

    /// <summary>One way of writing each value; sets are arrays, as in the results that OPA gives.</summary>
    private static string Json(RegoValue value) => value switch
    {
        StringValue text => $"\"{text.Value}\"",
        ArrayValue array => $"[{string.Join(",", array.Items.Select(Json))}]",
        SetValue set => $"[{string.Join(",", set.Sorted.Select(Json))}]",
        ObjectValue items => $"{{{string.Join(",", items.Keys.Select((k, i) => $"{Key(k)}:{Json(items.Values[i])}").Order(StringComparer.Ordinal))}}}",
        _ => Text.ToTerm(value),
    };

    private static string Key(RegoValue key) => key is StringValue ? Json(key) : $"\"{Text.ToJson(key)}\"";
}
