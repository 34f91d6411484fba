using System.CommandLine;
using System.Globalization;

namespace MicroApps.Cli;

/// <summary><c>microapp scan</c>: the class of unknown data, with the evidence.</summary>
internal sealed class ScanCommand : Verb
{
    private readonly Argument<string> _path = new("PATH") { Description = "The file or folder to look at." };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object." };
    private readonly Option<bool> _sarif = new("--sarif") { Description = "SARIF 2.1.0, which code hosts and editors show." };
    private readonly Option<string?> _allow = new("--allow") { Description = "The highest class that is fine; a higher one gives exit code 1." };

    public ScanCommand()
        : base(
            "scan",
            "Gives data a class from what is found in it: personal data, account numbers, secrets. Never shows the values.",
            "microapp scan customers.csv",
            "microapp scan ./notes --allow internal",
            "microapp scan . --sarif > scan.sarif")
    {
        _allow.AcceptOnlyFromAmong([.. Enum.GetValues<DataClass>().Select(ScanReport.ClassName)]);
        Add(_path);
        Add(_json);
        Add(_sarif);
        Add(_allow);
    }

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        if (line.GetValue(_json) && line.GetValue(_sarif))
            throw new CliException("Choose one of --json and --sarif.");
        var report = new DataSourceScanner().Scan(line.GetRequiredValue(_path), cancellationToken);
        if (line.GetValue(_sarif))
            Out(line).WriteLine(SarifReport.Write(report));
        else if (line.GetValue(_json))
            Out(line).WriteLine(ScanReport.ToJson(report));
        else
            ScanReport.WriteTable(Out(line), report);
        foreach (var skipped in report.Skipped)
            Error(line).WriteLine(Plain.Text($"{skipped.Path}: skipped: {skipped.Reason}"));
        Error(line).WriteLine(Summary(report));
        var allowed = line.GetValue(_allow) is { } name ? Enum.Parse<DataClass>(name, ignoreCase: true) : DataClass.Regulated;
        if (!report.WasRead)
            return Task.FromResult(ExitCode.CannotDo);
        return Task.FromResult(report.Class > allowed ? ExitCode.FoundWrong : ExitCode.Ok);
    }

    private static string Summary(DataSourceReport report)
    {
        if (!report.WasRead)
            return $"{Plain.Text(report.Source)}: class unknown, for nothing in it could be read ({Plain.Count(report.Skipped.Count, "file")} skipped).";
        var looked = report.Records == 0 ? "it is empty"
            : report.Sampled == report.Records ? $"{Plain.Count(report.Records, "record")}, every one looked at"
            : string.Create(CultureInfo.InvariantCulture, $"{Plain.Number(report.Sampled)} of {Plain.Count(report.Records, "record")} were looked at; with 95 % confidence at most {report.UnseenShare:P3} of them hold something that is not listed");
        return $"{Plain.Text(report.Source)}: {ScanReport.ClassName(report.Class)} ({looked}{(report.Skipped.Count > 0 ? $"; {Plain.Count(report.Skipped.Count, "file")} skipped" : "")}).";
    }
}
