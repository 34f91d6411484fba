using System.CommandLine;
using System.Text.Json;
using MicroApps.Rego;

namespace MicroApps.Cli;

/// <summary><c>microapp policy eval</c>: what a query comes to.</summary>
internal sealed class PolicyEvalCommand : PolicyVerb
{
    private readonly Argument<string> _query = new("QUERY") { Description = "What to evaluate, such as data.app.allow." };
    private readonly Option<string[]> _data = PolicySources.Data();
    private readonly Option<string?> _input = PolicySources.Input();
    private readonly Option<string> _format = new("--format", "-f") { Description = "How the result is written.", DefaultValueFactory = _ => "json" };
    private readonly Option<bool> _strict = new("--strict-builtin-errors") { Description = "A function that fails ends the evaluation; otherwise its call is undefined." };
    private readonly Option<bool> _fail = new("--fail") { Description = "Exit code 1 when the query is undefined." };
    private readonly PolicySources _sources = new();

    public PolicyEvalCommand()
        : base("eval", "Evaluates a query.", "microapp policy eval -d policies/ -i input.json data.app.allow", "microapp policy eval \"1 + 2\" --format pretty")
    {
        _format.AcceptOnlyFromAmong("json", "pretty");
        Add(_query);
        Add(_data);
        Add(_input);
        Add(_format);
        Add(_strict);
        Add(_fail);
        _sources.AddTo(this);
    }

    protected override int Run(ParseResult line, Action<IReadOnlyDictionary<string, string>> loaded, CancellationToken cancellationToken)
    {
        var bundle = _sources.Load(line, line.GetRequiredValue(_data));
        var text = line.GetRequiredValue(_query);
        loaded(new Dictionary<string, string>(bundle.Modules) { ["query"] = text });
        var input = PolicySources.ReadInput(line.GetValue(_input));
        var query = new PolicyQuery(PolicySources.Compile(bundle, keepPrint: true), text);
        var options = new RegoEvaluationOptions
        {
            StrictBuiltinErrors = line.GetValue(_strict),
            NowNanoseconds = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100,
            Print = printed => Error(line).WriteLine(Plain.Text(printed)),
        };
        var solutions = query.Evaluate(input, bundle.Data, options, cancellationToken).ToList();
        if (line.GetRequiredValue(_format) == "json")
            Out(line).WriteLine(ToJson(text, solutions));
        else
            WritePretty(Out(line), solutions);
        return solutions.Count == 0 && line.GetValue(_fail) ? ExitCode.FoundWrong : ExitCode.Ok;
    }

    // As OPA writes it; no result at all is undefined.
    private static string ToJson(string text, List<(RegoValue? Value, IReadOnlyDictionary<string, RegoValue> Variables)> solutions) => JsonText.Write(json =>
    {
        if (solutions.Count == 0)
            return;
        json.WriteStartArray("result");
        foreach (var (value, variables) in solutions)
        {
            json.WriteStartObject();
            json.WriteStartArray("expressions");
            json.WriteStartObject();
            json.WritePropertyName("value");
            json.WriteRawValue((value ?? RegoValue.True).ToJson());
            json.WriteString("text", text);
            json.WriteEndObject();
            json.WriteEndArray();
            if (variables.Count > 0)
                WriteVariables(json, variables);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

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

    private static void WritePretty(TextWriter output, List<(RegoValue? Value, IReadOnlyDictionary<string, RegoValue> Variables)> solutions)
    {
        if (solutions.Count == 0)
            output.WriteLine("undefined");
        foreach (var (value, variables) in solutions)
        {
            foreach (var (name, found) in variables.OrderBy(v => v.Key, StringComparer.Ordinal))
                output.WriteLine($"{name} = {JsonText.Indent(found.ToJson())}");
            if (value is not null || variables.Count == 0)
                output.WriteLine(JsonText.Indent((value ?? RegoValue.True).ToJson()));
        }
    }
}
