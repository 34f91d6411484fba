using System.Text.Json;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary>What a query came to, and what is told of how.</summary>
/// <param name="query">The query as it was given.</param>
/// <param name="solutions">The values of the query, null where it is no term, and the variables of each solution.</param>
internal sealed class PolicyEvalReport(string query, IReadOnlyList<(RegoValue? Value, IReadOnlyDictionary<string, RegoValue> Variables)> solutions)
{
    public IReadOnlyList<(RegoValue? Value, IReadOnlyDictionary<string, RegoValue> Variables)> Solutions => solutions;

    public IReadOnlyList<RegoTraceEvent>? Events { get; init; }

    public IReadOnlyList<RegoCoverage>? Coverage { get; init; }

    public IReadOnlyList<RegoProfile>? Profile { get; init; }

    /// <summary>As OPA writes it; no result at all is undefined.</summary>
    public string ToJson() => JsonText.Write(json =>
    {
        if (Solutions.Count > 0)
            WriteResult(json);
        if (Events is not null)
            PolicyTrace.Write(json, Events);
        if (Coverage is not null)
        {
            json.WriteStartObject("coverage");
            PolicyCoverage.Write(json, Coverage);
            json.WriteEndObject();
        }

        if (Profile is not null)
            PolicyProfile.Write(json, Profile);
    });

    /// <summary>Writes it for people: what happened comes first.</summary>
    public void WritePretty(TextWriter output)
    {
        if (Events is not null)
            PolicyTrace.Write(output, Events);
        if (Solutions.Count == 0)
            output.WriteLine("undefined");
        foreach (var (value, variables) in Solutions)
        {
            foreach (var (name, found) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
                output.WriteLine($"{name} = {JsonText.Indent(found.ToJson())}");
            if (value is not null || variables.Count == 0)
                output.WriteLine(JsonText.Indent((value ?? RegoValue.True).ToJson()));
        }

        if (Coverage is not null)
            PolicyCoverage.Write(output, Coverage);
        if (Profile is not null)
            PolicyProfile.Write(output, Profile);
    }

    private void WriteResult(Utf8JsonWriter json)
    {
        json.WriteStartArray("result");
        foreach (var (value, variables) in Solutions)
        {
            json.WriteStartObject();
            json.WriteStartArray("expressions");
            json.WriteStartObject();
            json.WritePropertyName("value");
            json.WriteRawValue((value ?? RegoValue.True).ToJson());
            json.WriteString("text", query);
            json.WriteEndObject();
            json.WriteEndArray();
            if (variables.Count > 0)
                WriteVariables(json, variables);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVariables(Utf8JsonWriter json, IReadOnlyDictionary<string, RegoValue> variables)
    {
        json.WriteStartObject("bindings");
        foreach (var (name, value) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.ToJson());
        }

        json.WriteEndObject();
    }
}
