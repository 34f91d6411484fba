using System.Text.Json;

namespace MicroApps.Cli;

/// <summary>A scan as SARIF 2.1.0 (OASIS): one result for each type in each place, at the line of its first value.</summary>
/// <remarks>Addresses are relative to the current directory, as code hosts want them; a file that was not read is a notification of the tool.</remarks>
internal static class SarifReport
{
    public static string Write(DataSourceReport report) => JsonText.Write(json =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, report);
        json.WriteStartArray("results");
        foreach (var evidence in report.Evidence)
            WriteResult(json, evidence);
        json.WriteEndArray();
        WriteInvocation(json, report);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static void WriteTool(Utf8JsonWriter json, DataSourceReport report)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "microapp scan");
        json.WriteString("version", typeof(SarifReport).Assembly.GetName().Version?.ToString(3));
        json.WriteStartArray("rules");
        foreach (var type in report.Evidence.Select(e => e.Type.Name).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", type);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", $"The data holds values of type {type}.");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, DataSourceEvidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", evidence.Type.Name);
        json.WriteString("level", evidence.Class switch { DataClass.Regulated => "error", DataClass.Confidential => "warning", _ => "note" });
        json.WriteStartObject("message");
        var place = evidence.Field is { } field ? $" in '{field}'" : "";
        json.WriteString("text", $"{Plain.Count(evidence.Values, "value")} of type {evidence.Type.Name}{place}, in {Plain.Count(evidence.Records, "record")}: {ScanReport.ClassName(evidence.Class)} data.");
        json.WriteEndObject();
        WriteLocations(json, evidence.File, evidence.FirstLine);
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, DataSourceReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.WasRead);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var skipped in report.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            json.WriteStartObject("message");
            json.WriteString("text", $"Not read: {skipped.Reason}");
            json.WriteEndObject();
            WriteLocations(json, skipped.Path, null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocations(Utf8JsonWriter json, string path, int? line)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        var (uri, isRelative) = AddressOf(path);
        json.WriteString("uri", uri);
        if (isRelative)
            json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (line is { } number)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", number);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static (string Uri, bool IsRelative) AddressOf(string path)
    {
        var full = Path.GetFullPath(path);
        var parts = Path.GetRelativePath(Environment.CurrentDirectory, full).Split(Path.DirectorySeparatorChar);
        var isBelow = parts[0] != ".." && !Path.IsPathRooted(parts[0]);
        if (!isBelow)
            parts = full.Split(Path.DirectorySeparatorChar);
        var address = string.Join('/', parts.Select(Uri.EscapeDataString));
        return isBelow ? (address, true) : ($"file://{(address.StartsWith('/') ? "" : "/")}{address}", false);
    }
}
