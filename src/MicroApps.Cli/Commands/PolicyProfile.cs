using System.Globalization;
using System.Text.Json;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>What the lines of policies took, as JSON of the form of OPA's, and as a table.</summary>
internal static class PolicyProfile
{
    public static void Write(TextWriter output, IEnumerable<RegoProfile> lines)
    {
        var table = new TextTable(">TIME", ">EVALS", ">REDOS", ">EXPRESSIONS", "LOCATION", "FIRST EXPRESSION");
        foreach (var line in lines)
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"{line.Time.TotalMicroseconds:F1} µs"),
                Plain.Number(line.Evaluations),
                Plain.Number(line.Redos),
                Plain.Number(line.Expressions),
                string.Create(CultureInfo.InvariantCulture, $"{line.File}:{line.Line}"),
                line.Text);
        table.Write(output);
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<RegoProfile> lines)
    {
        json.WriteStartArray("profile");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteNumber("total_time_ns", (long)line.Time.TotalNanoseconds);
            json.WriteNumber("num_eval", line.Evaluations);
            json.WriteNumber("num_redo", line.Redos);
            json.WriteNumber("num_gen_expr", line.Expressions);
            WritePlace(json, line.File, line.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a place as OPA does.</summary>
    public static void WritePlace(Utf8JsonWriter json, string file, int line)
    {
        json.WriteStartObject("location");
        json.WriteString("file", file);
        json.WriteNumber("row", line);
        json.WriteEndObject();
    }
}
