using System.Globalization;

namespace MicroApps.Cli;

/// <summary>What a scan found, for people and for programs.</summary>
internal static class ScanReport
{
    public static string ClassName(DataClass dataClass) => dataClass.ToString().ToLowerInvariant();

    public static void WriteTable(TextWriter output, DataSourceReport report)
    {
        if (report.Evidence.Count == 0)
            return;
        var table = new TextTable("CLASS", "TYPE", "WHERE", "FIELD", ">RECORDS", ">VALUES", "SHARE OF RECORDS");
        foreach (var e in report.Evidence)
        {
            table.Add(
                ClassName(e.Class), e.Type.Name, $"{e.File}:{e.FirstLine}", e.Field ?? "", Plain.Number(e.Records), Plain.Number(e.Values),
                Share(e));
        }

        table.Write(output);
    }

    public static string ToJson(DataSourceReport report) => JsonText.Write(json =>
    {
        json.WriteString("source", report.Source);
        json.WriteString("class", report.WasRead ? ClassName(report.Class) : null);
        json.WriteNumber("records", report.Records);
        json.WriteNumber("sampled", report.Sampled);
        json.WriteNumber("unseen_share_at_most", report.UnseenShare);
        json.WriteStartArray("evidence");
        foreach (var e in report.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("type", e.Type.Name);
            json.WriteString("class", ClassName(e.Class));
            json.WriteString("file", e.File);
            json.WriteString("field", e.Field);
            json.WriteNumber("first_line", e.FirstLine);
            json.WriteNumber("records", e.Records);
            json.WriteNumber("values", e.Values);
            json.WriteNumber("share_from", Math.Round(e.ShareFrom, 6));
            json.WriteNumber("share_to", Math.Round(e.ShareTo, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (var skipped in report.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("file", skipped.Path);
            json.WriteString("reason", skipped.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Share(DataSourceEvidence e) => e.ShareFrom == e.ShareTo
        ? e.ShareFrom.ToString("P1", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{e.ShareFrom:P2} to {e.ShareTo:P2} (95 %)");
}
