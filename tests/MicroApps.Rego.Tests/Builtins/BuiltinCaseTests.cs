using System.Runtime.CompilerServices;

namespace MicroApps.Rego.Tests;

/// <summary>The lines of <c>builtins.txt</c>: calls of built-in functions and what OPA answers.</summary>
public class BuiltinCaseTests
{
    internal static readonly Dictionary<string, Builtin> Builtins = new[]
    {
        ArrayBuiltins.All, CryptoBuiltins.All, EncodingBuiltins.All, GraphBuiltins.All, JsonBuiltins.All, ObjectBuiltins.All,
        SemverBuiltins.All, StringBuiltins.All, TemplateBuiltins.All, UrlBuiltins.All, UuidBuiltins.All, YamlBuiltins.All,
    }.SelectMany(all => all).ToDictionary(builtin => builtin.Name);

    public static TheoryData<string> Names => [.. Lines().Select(line => line.Split('\t')[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_answers_as_Opa(string name)
    {
        var wrong = Lines().Where(line => line.StartsWith(name + "\t", StringComparison.Ordinal))
            .Select(line => (Line: line, Result: BuiltinCases.Run(Builtins, line)))
            .Where(c => c.Result.Expected != c.Result.Actual)
            .Select(c => $"{c.Line}\n    not {c.Result.Actual}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Names_have_cases_each()
    {
        // What walk lists and what is random is tested elsewhere.
        var untested = Builtins.Keys.Except(Lines().Select(line => line.Split('\t')[0]));
        Assert.Equal(["array.flatten", "uuid.rfc4122", "walk"], untested.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines([CallerFilePath] string caller = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(caller)!, "builtins.txt")).Where(line => line.Length > 0 && line[0] != '#');
}
