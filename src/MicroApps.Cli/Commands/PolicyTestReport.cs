using System.Globalization;
using System.Text.Json;
using System.Xml;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>What came of tests, for programs: JSON, and the XML that CI servers read.</summary>
internal static class PolicyTestReport
{
    public static string ToJson(RegoTestReport report, bool coverage) => JsonText.Write(json =>
    {
        json.WriteBoolean("passed", report.Passed);
        json.WriteStartArray("results");
        foreach (var result in report.Results)
            WriteResult(json, result);
        json.WriteEndArray();
        if (coverage)
            WriteCoverage(json, report);
    });

    public static void WriteJUnit(TextWriter output, RegoTestReport report)
    {
        // Characters that XML cannot hold are written as they are shown.
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false, OmitXmlDeclaration = true });
        xml.WriteStartElement("testsuites");
        foreach (var suite in report.Results.GroupBy(r => r.Package, StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Plain.Text(suite.Key));
            xml.WriteAttributeString("tests", Count(suite, _ => true));
            xml.WriteAttributeString("failures", Count(suite, r => r.Outcome == RegoTestOutcome.Failed));
            xml.WriteAttributeString("errors", Count(suite, r => r.Outcome == RegoTestOutcome.Error));
            xml.WriteAttributeString("skipped", Count(suite, r => r.Outcome == RegoTestOutcome.Skipped));
            xml.WriteAttributeString("time", Seconds(suite.Sum(r => r.Duration.TotalSeconds)));
            foreach (var result in suite)
                WriteCase(xml, result);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCase(XmlWriter xml, RegoTestResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", result.Name);
        xml.WriteAttributeString("classname", Plain.Text(result.Package));
        xml.WriteAttributeString("file", Plain.Text(result.File));
        xml.WriteAttributeString("line", result.Line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(result.Duration.TotalSeconds));
        var trace = string.Join('\n', result.Trace.Select(t => Plain.Text($"{t.File}:{t.Line}: no solution: {t.Message}")));
        if (result.Outcome == RegoTestOutcome.Failed)
            WriteProblem(xml, "failure", "it is not true", trace);
        else if (result.Outcome == RegoTestOutcome.Error)
            WriteProblem(xml, "error", result.Error!.ToString(), "");
        else if (result.Outcome == RegoTestOutcome.Skipped)
            xml.WriteElementString("skipped", "");
        if (result.Output.Count > 0)
            xml.WriteElementString("system-out", string.Join('\n', result.Output.Select(Plain.Text)));
        xml.WriteEndElement();
    }

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

    private static void WriteCoverage(Utf8JsonWriter json, RegoTestReport report)
    {
        json.WriteStartObject("files");
        foreach (var file in report.Coverage)
        {
            json.WriteStartObject(file.File);
            WriteRanges(json, "covered", file.Covered);
            WriteRanges(json, "not_covered", file.NotCovered);
            json.WriteNumber("covered_lines", file.Covered.Count);
            json.WriteNumber("not_covered_lines", file.NotCovered.Count);
            json.WriteNumber("coverage", Math.Round(file.CoveredPercent, 2));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("covered_lines", report.Coverage.Sum(c => c.Covered.Count));
        json.WriteNumber("not_covered_lines", report.Coverage.Sum(c => c.NotCovered.Count));
        json.WriteNumber("coverage", Math.Round(report.CoveredPercent, 2));
    }

    private static void WriteRanges(Utf8JsonWriter json, string name, IReadOnlyList<int> lines)
    {
        json.WriteStartArray(name);
        foreach (var (first, last) in PolicyTestText.Ranges(lines))
        {
            json.WriteStartObject();
            json.WriteStartObject("start");
            json.WriteNumber("row", first);
            json.WriteEndObject();
            json.WriteStartObject("end");
            json.WriteNumber("row", last);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Count(IEnumerable<RegoTestResult> results, Func<RegoTestResult, bool> which) => results.Count(which).ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("F6", CultureInfo.InvariantCulture);
}
