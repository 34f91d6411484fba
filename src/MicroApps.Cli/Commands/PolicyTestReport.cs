using System.Globalization;
using System.Text.Json;
using System.Xml;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>What came of tests, for programs: JSON, and the XML that CI servers read.</summary>
internal static class PolicyTestReport
{
    private const int MostReasons = 6;

    public static string ToJson(RegoTestReport report, bool coverage) => JsonText.Write(json =>
    {
        json.WriteBoolean("passed", report.Passed);
        json.WriteStartArray("results");
        foreach (var result in report.Results)
            WriteResult(json, result);
        json.WriteEndArray();
        if (coverage)
            PolicyCoverage.Write(json, report.Coverage);
    });

    public static void WriteJUnit(TextWriter output, RegoTestReport report)
    {
        // Characters that XML cannot hold are written as they are shown.
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false, OmitXmlDeclaration = true });
        xml.WriteStartElement("testsuites");
        WriteTotals(xml, report.Results);
        foreach (var suite in report.Results.GroupBy(r => r.Package, StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Plain.Text(suite.Key));
            WriteTotals(xml, [.. suite]);
            foreach (var result in suite)
                WriteTest(xml, result);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteTotals(XmlWriter xml, IReadOnlyList<RegoTestResult> results)
    {
        xml.WriteAttributeString("tests", Number(results.Sum(r => Math.Max(1, r.Cases.Count))));
        xml.WriteAttributeString("failures", Number(results.Where(r => r.Outcome == RegoTestOutcome.Failed).Sum(r => Math.Max(1, r.Cases.Count(c => !c.Passed)))));
        xml.WriteAttributeString("errors", Number(results.Count(r => r.Outcome == RegoTestOutcome.Error)));
        xml.WriteAttributeString("skipped", Number(results.Count(r => r.Outcome == RegoTestOutcome.Skipped)));
        xml.WriteAttributeString("time", Seconds(results.Sum(r => r.Duration.TotalSeconds)));
    }

    // What reads this knows no tests in tests: each case is one.
    private static void WriteTest(XmlWriter xml, RegoTestResult result)
    {
        if (result.Cases.Count == 0)
            WriteCase(xml, result, result.Name, result.Outcome, result.Duration.TotalSeconds, result.Output);
        for (var i = 0; i < result.Cases.Count; i++)
            WriteCase(
                xml,
                result,
                $"{result.Name}/{result.Cases[i].Name}",
                result.Cases[i].Passed ? RegoTestOutcome.Passed : RegoTestOutcome.Failed,
                result.Duration.TotalSeconds / result.Cases.Count,
                i == 0 ? result.Output : []);
    }

    private static void WriteCase(XmlWriter xml, RegoTestResult result, string name, RegoTestOutcome outcome, double seconds, IReadOnlyList<string> output)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Plain.Text(name));
        xml.WriteAttributeString("classname", Plain.Text(result.Package));
        xml.WriteAttributeString("file", Plain.Text(result.File));
        xml.WriteAttributeString("line", Number(result.Line));
        xml.WriteAttributeString("time", Seconds(seconds));
        if (outcome == RegoTestOutcome.Failed)
            WriteProblem(xml, "failure", "it is not true", string.Join('\n', Reasons(result)));
        else if (outcome == RegoTestOutcome.Error)
            WriteProblem(xml, "error", result.Error!.ToString(), "");
        else if (outcome == RegoTestOutcome.Skipped)
            xml.WriteElementString("skipped", "");
        if (output.Count > 0)
            xml.WriteElementString("system-out", string.Join('\n', output.Select(Plain.Text)));
        xml.WriteEndElement();
    }

    // What never had a solution; where all had one, as in the other cases of a test, what had none at some time.
    private static IEnumerable<string> Reasons(RegoTestResult result) =>
        result.Trace.Count > 0
            ? result.Trace.Select(t => Plain.Text($"{t.File}:{t.Line}: no solution: {t.Message}"))
            : result.Events.Select(e => Plain.Text($"{e.File}:{e.Line}: no solution: {e.Text}")).Distinct().Take(MostReasons);

    private static void WriteProblem(XmlWriter xml, string kind, string message, string text)
    {
        xml.WriteStartElement(kind);
        xml.WriteAttributeString("message", Plain.Text(message));
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void WriteResult(Utf8JsonWriter json, RegoTestResult result)
    {
        json.WriteStartObject();
        json.WriteString("package", result.Package);
        json.WriteString("name", result.Name);
        json.WriteString("file", result.File);
        json.WriteNumber("line", result.Line);
        json.WriteString("outcome", PolicyTestText.Name(result.Outcome).ToLowerInvariant());
        json.WriteNumber("duration_ns", (long)result.Duration.TotalNanoseconds);
        if (result.Error is { } error)
            json.WriteString("error", error.ToString());
        json.WriteStartArray("output");
        foreach (var line in result.Output)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (var @case in result.Cases)
        {
            json.WriteStartObject();
            json.WriteString("name", @case.Name);
            json.WriteString("outcome", @case.Passed ? "pass" : "fail");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("trace");
        foreach (var failed in result.Trace)
        {
            json.WriteStartObject();
            json.WriteString("file", failed.File);
            json.WriteNumber("line", failed.Line);
            json.WriteString("expression", failed.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("F6", CultureInfo.InvariantCulture);
}
