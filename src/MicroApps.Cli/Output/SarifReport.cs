using System.Text.Json;

namespace MicroApps.Cli;

/// <summary>A scan as SARIF 2.1.0 (OASIS): one result for each type in each place, at the line of its first value.</summary>
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
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static void WriteTool(Utf8JsonWriter json, DataSourceReport report)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "microapp scan");
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
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", new Uri(evidence.File).AbsoluteUri);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", evidence.FirstLine);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
