using System.Text.Json;
using System.Text.Json.Nodes;
using MicroApps.Rego;

namespace MicroApps.Evaluation;

/// <summary>Runs a file of OPA's conformance cases as OPA's own driver does, and counts what agrees.</summary>
internal static class RegoConformance
{
    /// <returns>Whether every case agrees.</returns>
    public static bool Run(string cases, bool showsFailures)
    {
        var tiers = new SortedDictionary<string, (int Passed, int Cases)>(StringComparer.Ordinal);
        foreach (var record in JsonLines.Read(cases))
        {
            var test = RegoCase.Read(record);
            if (test.Tier == "out")
                continue;
            var failure = Failure(test);
            var (passed, count) = tiers.GetValueOrDefault(test.Tier);
            tiers[test.Tier] = (passed + (failure is null ? 1 : 0), count + 1);
            if (failure is not null && showsFailures)
                Console.Error.WriteLine($"{test.Id}\t{test.Note}\t{failure.ReplaceLineEndings(" ")}");
        }

        var report = new JsonObject();
        foreach (var (tier, (passed, count)) in tiers)
            report[tier] = new JsonObject { ["passed"] = passed, ["cases"] = count };
        var all = tiers.Values.Aggregate((Passed: 0, Cases: 0), (sum, t) => (sum.Passed + t.Passed, sum.Cases + t.Cases));
        report["all"] = new JsonObject { ["passed"] = all.Passed, ["cases"] = all.Cases };
        Console.WriteLine(report.ToJsonString());
        return all.Passed == all.Cases;
    }

    /// <summary>What differs; null for nothing.</summary>
    public static string? Failure(RegoCase test)
    {
        try
        {
            var (result, error) = Evaluate(test);
            if (test.WantErrorCode is not null || test.WantError is not null)
                return error is null ? $"expected {test.WantErrorCode}: {test.WantError}, got {Show(result)}"
                    : test.WantErrorCode is { } code && error.Code != code ? $"expected {code}, got {error}"
                    : test.WantError is { } text && !error.ToString().Contains(text, StringComparison.Ordinal) ? $"expected {text}, got {error}" : null;
            if (error is not null)
                return error.ToString();
            return test.WantResult is { } want && !Same(want, result, test.SortBindings) ? $"expected {Show(want)}, got {Show(result)}" : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }
    }

    private static (List<RegoValue> Result, RegoError? Error) Evaluate(RegoCase test)
    {
        try
        {
            var compiler = new RegoCompiler { Capabilities = RegoCapabilities.All };
            for (var i = 0; i < test.Modules.Count; i++)
                compiler.Add($"test-{i}.rego", test.Modules[i]);
            var policy = compiler.Compile();
            var input = test.InputTerm is { } term ? policy.Prepare($"__x = {term}").Evaluate(null)[0]["__x"] : test.Input;
            var solutions = policy.Prepare(test.Query).Evaluate(input, test.Data, new() { StrictBuiltinErrors = test.StrictError, NowNanoseconds = 1_767_225_600_000_000_000 });
            return ([.. solutions.Select(s => RegoValue.Parse(ObjectOf(s).ToJson()))], null);
        }
        catch (RegoException e)
        {
            return ([], e.Errors[0]);
        }
    }

    private static RegoValue ObjectOf(IReadOnlyDictionary<string, RegoValue> solution) =>
        RegoValue.Parse($"{{{string.Join(",", solution.Select(s => $"{JsonSerializer.Serialize(s.Key)}:{s.Value.ToJson()}"))}}}");

    private static bool Same(IReadOnlyList<RegoValue> want, IReadOnlyList<RegoValue> got, bool sorts)
    {
        var (left, right) = (want.Select(w => sorts ? Sorted(w) : w).ToHashSet(), got.Select(g => sorts ? Sorted(g) : g).ToHashSet());
        return left.SetEquals(right);
    }

    private static RegoValue Sorted(RegoValue value) => value switch
    {
        ArrayValue array => new ArrayValue([.. array.Items.Select(Sorted).Order()]),
        ObjectValue obj => new ObjectValue(obj.Keys, [.. obj.Values.Select(Sorted)]),
        _ => value,
    };

    private static string Show(IEnumerable<RegoValue> values) => string.Join(" ", values.Select(v => v.ToJson()));
}
