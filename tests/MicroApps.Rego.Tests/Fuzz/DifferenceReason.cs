using System.Text.RegularExpressions;

namespace MicroApps.Rego.Tests;

/// <summary>Why a difference is none of meaning. Each reason is tried out, not guessed.</summary>
internal static partial class DifferenceReason
{
    public const string InternalError = "OPA fails inside";
    public const string OracleHides = "OPA tells the conflict too, without its index and early exit";
    public const string EveryHides = "OPA tells the conflict too, when asked for that rule alone; with `every` it stops at the first value of a `walk`";
    public const string EngineHides = "the engine tells the conflict too, without its early exit";
    public const string SetOrder = "OPA lists a set that is spelled out in another order, but not when something is added to it";
    public const string Unsteady = "OPA tells other errors from run to run, and the engine none that OPA never tells";

    private const string Conflict = "eval_conflict_error";
    private const int MostRuns = 40;

    /// <summary>The reason; null when there is none.</summary>
    public static async Task<string?> OfAsync(FuzzDifference difference)
    {
        if (difference.Oracle == OracleServer.Panic)
            return InternalError;
        if (difference.Engine == Conflict)
            return await FullyAsync(difference) == Conflict ? OracleHides : await IsHiddenByEveryAsync(difference) ? EveryHides : null;
        if (difference.Oracle == Conflict)
            return WithoutEarlyExit(difference) == Conflict ? EngineHides : null;
        return IsValue(difference.Oracle) && IsValue(difference.Engine) && await IsOrderAsync(difference) ? SetOrder : null;
    }

    /// <summary>The reason why a policy is refused with other errors; null when there is none.</summary>
    public static async Task<string?> OfErrorsAsync(FuzzPolicy policy, IReadOnlyList<(string Code, string File, int Line)> engine)
    {
        HashSet<string> answers = [];
        HashSet<(string Code, string File, int Line)> told = [];
        for (var run = 0; run < MostRuns && (answers.Count < 2 || !told.IsSupersetOf(engine)); run++)
        {
            var errors = await OracleProgram.CheckAsync(policy.Source);
            answers.Add(string.Join(' ', errors.Order()));
            told.UnionWith(errors);
        }

        return engine.Count > 0 && answers.Count > 1 && told.IsSupersetOf(engine) ? Unsteady : null;
    }

    private static bool IsValue(string text) => text[0] is not ('e' or 'u');

    private static Task<string> AskAsync(FuzzDifference difference, string source, params string[] options) =>
        OracleProgram.EvaluateAsync(source, difference.Policy.Data(difference.Document), difference.Input, difference.Query.TrimEnd('.'), options);

    private static Task<string> FullyAsync(FuzzDifference difference) => AskAsync(difference, difference.Policy.Source, "--disable-indexing", "--disable-early-exit");

    private static async Task<bool> IsHiddenByEveryAsync(FuzzDifference difference)
    {
        var source = difference.Policy.Source;
        if (!source.Contains("every ", StringComparison.Ordinal) || !source.Contains("walk(", StringComparison.Ordinal))
            return false;
        foreach (var rule in difference.Policy.Rules)
            if (difference.Query != $"data.fz.{rule}" && await FullyAsync(difference with { Query = $"data.fz.{rule}" }) == Conflict)
                return true;
        return false;
    }

    // The engine stops at the first of definitions that all give the same constant: one more that gives another ends that.
    private static string WithoutEarlyExit(FuzzDifference difference)
    {
        var policy = difference.Policy;
        var names = policy.Parts.Select(p => Complete().Match(p).Groups[1].Value).Where(n => n.Length > 0).Distinct();
        var engine = PolicyAnswers.Compile(policy with { Parts = [.. policy.Parts, .. names.Select(n => $"{n} := \"never\" if false")] });
        engine.Load(difference.Document);
        return engine.Evaluate(difference.Query["data.fz.".Length..], difference.Input);
    }

    private static async Task<bool> IsOrderAsync(FuzzDifference difference)
    {
        if (Unordered(RegoValue.Parse(difference.Oracle)) is var want && !want.Equals(Unordered(RegoValue.Parse(difference.Engine))))
            return false;
        foreach (Match match in SpelledOut().Matches(difference.Policy.Source))
            if (await AskAsync(difference, difference.Policy.Source.Insert(match.Index + match.Length, "set() | ")) == difference.Engine)
                return true;
        return false;
    }

    private static RegoValue Unordered(RegoValue value) => value switch
    {
        ArrayValue array => new ArrayValue([.. array.Items.Select(Unordered).Order()]),
        ObjectValue obj => new ObjectValue(obj.Keys, [.. obj.Values.Select(Unordered)]),
        _ => value,
    };

    [GeneratedRegex(@"^(?:default )?(r\d+) := ")]
    private static partial Regex Complete();

    [GeneratedRegex(@" in \((?=\{)")]
    private static partial Regex SpelledOut();
}
