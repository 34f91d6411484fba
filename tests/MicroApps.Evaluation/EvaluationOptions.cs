namespace MicroApps.Evaluation;

/// <summary>The command line of an accuracy run.</summary>
/// <param name="Gold">The case file.</param>
/// <param name="Out">Where predictions go; null for nowhere.</param>
/// <param name="BySource">Whether figures are also given for each source.</param>
/// <param name="Errors">The type or kind whose misses and false hits are shown on standard error; null for none.</param>
internal sealed record EvaluationOptions(string Gold, string? Out, bool BySource, string? Errors)
{
    public static EvaluationOptions Parse(ReadOnlySpan<string> args)
    {
        var options = new EvaluationOptions("", null, false, null);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--out" when i + 1 < args.Length => options with { Out = args[++i] },
                "--errors" when i + 1 < args.Length => options with { Errors = args[++i] },
                "--by" when i + 1 < args.Length && args[i + 1] == "source" => options with { BySource = args[++i] == "source" },
                ['-', ..] => throw new FormatException($"'{args[i]}' is no option, or lacks its value."),
                _ when options.Gold.Length > 0 => throw new FormatException($"One case file at a time: '{options.Gold}' or '{args[i]}'."),
                _ => options with { Gold = args[i] },
            };
        }

        return options.Gold.Length > 0 ? options : throw new FormatException("Name a case file (JSON lines, plain or gzip).");
    }
}
