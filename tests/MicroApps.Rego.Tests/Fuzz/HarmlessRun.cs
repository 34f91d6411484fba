using System.Globalization;

namespace MicroApps.Rego.Tests;

/// <summary>Compiles and evaluates changed sources with changed inputs: errors may come, nothing else.</summary>
internal sealed class HarmlessRun
{
    private readonly int _seed;
    private readonly IReadOnlyList<string> _sources = MutationSources.All();
    private readonly IReadOnlyList<string> _words;
    private int _compiled;
    private int _parsed;

    // What is worked on now, to tell when it does not end.
    private volatile string _current = "";

    public HarmlessRun(int seed) => (_seed, _words) = (seed, SourceMutator.Words(_sources));

    public int Compiled => _compiled;

    public int Parsed => _parsed;

    public string Current => _current;

    /// <summary>Works on the seeds from the first, each time the given step further.</summary>
    public void Run(int first, int count, int step)
    {
        var options = new RegoEvaluationOptions { Fuel = 20_000 };
        for (var i = first; i < count; i += step)
        {
            var dice = new Dice(_seed + i);
            var mutator = new SourceMutator(dice, _sources, _words);
            var source = mutator.Mutate(mutator.Pick(), dice.Chance(75) ? 1 : 1 + dice.Next(3));
            _current = $"seed {(_seed + i).ToString(CultureInfo.InvariantCulture)}:\n{source}";
            var input = Input(dice);
            Evaluate(source, input, options);
        }
    }

    private RegoValue? Input(Dice dice)
    {
        var text = new ValueGenerator(dice).Document();
        for (var changes = dice.Next(3); changes > 0; changes--)
        {
            var at = dice.Next(text.Length);
            text = dice.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(1 + dice.Next(4), text.Length - at)),
                1 => text.Insert(at, dice.Pick("[", "{", "\"", ",", ":", "]", "}", "1", "e9", "\\u12", "\\", "\ud800", "\0", "null", "-")),
                _ => text[..at] + (char)dice.Next(0x100) + text[(at + 1)..],
            };
            if (text.Length == 0)
                break;
        }

        try
        {
            var value = RegoValue.Parse(text);
            Interlocked.Increment(ref _parsed);
            return value;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Evaluate(string source, RegoValue? input, RegoEvaluationOptions options)
    {
        try
        {
            var query = new RegoCompiler { Capabilities = RegoCapabilities.All }.Add("a.rego", source).Compile().Prepare("x = data");
            Interlocked.Increment(ref _compiled);
            query.Evaluate(input, null, options);
        }
        catch (RegoException e)
        {
            Assert.NotEmpty(e.Errors);
        }
    }
}
