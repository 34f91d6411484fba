using System.Runtime.CompilerServices;

namespace MicroApps.Rego.Tests;

/// <summary>The lines of <c>schemas.txt</c>.</summary>
public class SchemaCaseTests
{
    [Fact]
    public void Match_answers_as_Opa()
    {
        var wrong = Lines().Select(line => line.Split('\t')).Select(p => (Line: string.Join("   ", p), Actual: Match(p[0], p[1]), Wanted: p[2]))
            .Where(c => c.Actual != Plain(c.Wanted)).Select(c => $"{c.Line}\n    not {c.Actual}");
        Assert.Empty(wrong);
    }

    internal static string Match(string document, string schema)
    {
        var context = new BuiltinContext { Name = "json.match_schema" };
        var builtin = JsonSchemaBuiltins.All.Single(b => b.Name == context.Name);
        if (builtin.Run(context, [RegoValue.From(document), RegoValue.From(schema)]) is not ArrayValue { Items: [var isValid, ArrayValue errors] })
            return $"! {context.FailureMessage[(context.Name.Length + 2)..]}";
        Assert.Equal(RegoValue.From(errors.Count == 0), isValid);
        return new ArrayValue([.. errors.Items.Select(e => RegoValue.From($"{Text(e, "type")} {Text(e, "error")}"))]).ToJson();
    }

    private static string Plain(string wanted) => wanted[0] == '!' ? wanted : RegoValue.Parse(wanted).ToJson();

    private static string Text(RegoValue error, string key) => ((StringValue)error.Find(RegoValue.From(key))!).Value;

    private static IEnumerable<string> Lines([CallerFilePath] string caller = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(caller)!, "schemas.txt")).Where(line => line.Length > 0 && line[0] != '#');
}
