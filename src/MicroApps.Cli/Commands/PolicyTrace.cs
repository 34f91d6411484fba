using System.Globalization;
using System.Text.Json;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>What happened in an evaluation: a line for each event, indented by what it is inside of.</summary>
internal static class PolicyTrace
{
    private const int MostWidth = 40;

    public static void Write(TextWriter output, IReadOnlyList<RegoTraceEvent> events, string margin = "")
    {
        var places = events.Select(e => e.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{e.File}:{e.Line}")).ToList();
        var width = places.Select(p => Math.Min(p.Length, MostWidth)).DefaultIfEmpty(0).Max();
        for (var i = 0; i < events.Count; i++)
        {
            // The end of a path says more than its beginning.
            var place = places[i].Length > width ? $"…{places[i][^(width - 1)..]}" : places[i];
            var text = events[i].Kind == RegoTraceKind.Note ? $"\"{events[i].Text}\"" : events[i].Text;
            output.WriteLine($"{margin}{Plain.Text(place).PadRight(width)}  {string.Concat(Enumerable.Repeat("| ", events[i].Depth))}{events[i].Kind} {Plain.Text(text)}");
        }
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<RegoTraceEvent> events)
    {
        json.WriteStartArray("explanation");
        foreach (var e in events)
        {
            json.WriteStartObject();
            json.WriteString("op", e.Kind.ToString());
            json.WriteNumber("depth", e.Depth);
            json.WriteString("text", e.Text);
            PolicyProfile.WritePlace(json, e.File, e.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
