using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroApps.Rego.Tests;

/// <summary>Holds what the engine refuses of changed sources against the oracle.</summary>
internal static partial class MutationCheck
{
    /// <summary>The sources on which they differ, with what each says; and how many sources the oracle refused.</summary>
    public static async Task<(IReadOnlyList<(int Seed, string Source, string Oracle, string Engine)> Differences, int Refused)> RunAsync(int seed, int count)
    {
        var sources = MutationSources.Older();
        var words = SourceMutator.Words(sources);
        var found = new ConcurrentBag<(int, string, string, string)>();
        var refused = 0;
        await Parallel.ForEachAsync(Enumerable.Range(seed, count), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (each, _) =>
        {
            var dice = new Dice(each);
            var mutator = new SourceMutator(dice, sources, words);
            var source = mutator.Mutate(mutator.Pick(), dice.Chance(75) ? 1 : 2);
            // Half of a surrogate pair is no text that a file could hold.
            source = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(source));
            var oracle = await OracleProgram.CheckAsync(source);
            var engine = Errors(source);
            if (oracle.Count > 0)
                Interlocked.Increment(ref refused);
            if (!Agreement.Same(oracle, engine) && !IsNewer(source, oracle))
                found.Add((each, source, Show(oracle), Show(engine)));
        });
        return ([.. found.OrderBy(f => f.Item1)], refused);
    }

    // OPA 0.70 knows no keywords in references yet, and takes names that begin with __local for its own.
    private static bool IsNewer(string source, IReadOnlyList<(string Code, string File, int Line)> oracle) =>
        source.Contains("__local", StringComparison.Ordinal)
        || (oracle is [{ Code: "rego_parse_error", Line: var line }, ..] && line > 0 && line <= source.Split('\n').Length && KeywordPart().IsMatch(source.Split('\n')[line - 1]));

    [GeneratedRegex(@"[\w\])]\.(as|contains|default|else|every|false|if|import|in|not|null|package|some|true|with)\b")]
    private static partial Regex KeywordPart();

    private static IReadOnlyList<(string Code, string File, int Line)> Errors(string source)
    {
        try
        {
            new RegoCompiler { Capabilities = RegoCapabilities.All }.Add("a.rego", source).Compile();
            return [];
        }
        catch (RegoException e)
        {
            return [.. e.Errors.Select(error => (error.Code, error.File, error.Line))];
        }
    }

    private static string Show(IEnumerable<(string Code, string File, int Line)> errors) => string.Join(", ", errors.Select(e => $"{e.Line}: {e.Code}"));
}
