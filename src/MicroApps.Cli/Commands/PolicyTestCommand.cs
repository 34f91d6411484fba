using System.CommandLine;
using System.Text.RegularExpressions;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary><c>microapp policy test</c>: runs the <c>test_</c> rules of policies.</summary>
internal sealed class PolicyTestCommand : PolicyVerb
{
    private readonly Argument<string[]> _paths = PolicySources.Paths("Policies, tests and data: files, folders or .tar.gz bundles.");
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Show every test, what it printed, and the expressions that made it fail." };
    private readonly Option<string?> _run = new("--run", "-r") { HelpName = "REGEX", Description = "Only tests whose name matches, such as data.app.test_allow." };
    private readonly Option<bool> _coverage = new("--coverage", "-c") { Description = "Tell which lines the tests reached." };
    private readonly Option<double?> _threshold = Checked.Option<double>("--threshold", "PERCENT", "Exit code 1 when fewer lines were reached.", "a number from 0 to 100", ReadPercent);
    private readonly Option<string> _format = new("--format", "-f") { Description = "How the result is written.", DefaultValueFactory = _ => "text" };
    private readonly PolicySources _sources = new();

    public PolicyTestCommand()
        : base("test", "Runs the tests of policies: rules whose names begin with test_.", "microapp policy test policies/", "microapp policy test policies/ -v --run allow", "microapp policy test policies/ --coverage --threshold 90", "microapp policy test policies/ --format junit > results.xml")
    {
        _format.AcceptOnlyFromAmong("text", "json", "junit");
        Add(_paths);
        Add(_verbose);
        Add(_run);
        Add(_coverage);
        Add(_threshold);
        Add(_format);
        _sources.AddTo(this);
    }

    protected override int Run(ParseResult line, Action<IReadOnlyDictionary<string, string>> loaded, CancellationToken cancellationToken)
    {
        var threshold = line.GetValue(_threshold);
        var filter = ReadFilter(line.GetValue(_run));
        var bundle = _sources.Load(line, line.GetRequiredValue(_paths));
        loaded(bundle.Modules);
        var runner = new RegoTestRunner
        {
            Data = bundle.Data,
            Capabilities = RegoCapabilities.All,
            Trace = line.GetValue(_verbose) || line.GetRequiredValue(_format) != "text",
            Coverage = line.GetValue(_coverage) || threshold is not null,
            Filter = filter is null ? null : filter.IsMatch,
        };
        foreach (var (file, source) in bundle.Modules.OrderBy(m => m.Key, StringComparer.Ordinal))
            runner.Add(file, source);
        var report = runner.Run(cancellationToken);
        Write(line, report);
        if (report.Results.Count == 0)
            Error(line).WriteLine("No tests: rules whose names begin with test_ are tests.");
        var isCovered = threshold is null || report.CoveredPercent >= threshold;
        if (!isCovered)
            Error(line).WriteLine(FormattableString.Invariant($"{report.CoveredPercent:F1} % of the lines were reached; at least {threshold:0.##} % are asked for."));
        return report.Passed && isCovered ? ExitCode.Ok : ExitCode.FoundWrong;
    }

    private void Write(ParseResult line, RegoTestReport report)
    {
        switch (line.GetRequiredValue(_format))
        {
            case "json":
                Out(line).WriteLine(PolicyTestReport.ToJson(report, line.GetValue(_coverage)));
                break;
            case "junit":
                PolicyTestReport.WriteJUnit(Out(line), report);
                break;
            default:
                PolicyTestText.Write(Out(line), report, line.GetValue(_verbose), line.GetValue(_coverage));
                break;
        }
    }

    private static Regex? ReadFilter(string? pattern)
    {
        try
        {
            return pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new CliException($"--run takes a regular expression: {e.Message}");
        }
    }

    private static bool ReadPercent(string text, out double percent) =>
        double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out percent) && percent is >= 0 and <= 100;
}
