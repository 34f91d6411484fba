using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Chooses the tools that a request plainly asks for, and reports what they gave.</summary>
internal static class SandboxTools
{
    private const double Enough = 2.5;
    private const int MostCalls = 8;
    private const int LongestReport = 4000;
    private const int LongestRequest = 4000;
    private const int LongestInline = 300;

    private static readonly HashSet<string> s_general = [.. SandboxWords.Terms("get fetch list read search retrieve show check create send update set run load query data info information status current id name time")];
    private static readonly HashSet<string> s_acting = [.. SandboxWords.Terms("send create cancel book delete remove update change approve pay")];

    /// <summary>What to call now, or what is missing for it.</summary>
    public readonly record struct Plans(IReadOnlyList<FunctionCallContent> Calls, string? Missing);

    private readonly record struct Step(AIFunctionDeclaration Tool, string Text);

    /// <summary>The calls to make; none when the results answer the request or no tool fits.</summary>
    public static Plans Plan(SandboxPrompt prompt, ChatOptions? options)
    {
        var demanded = options?.ToolMode as RequiredChatToolMode;
        var tools = Tools(options, demanded);
        if (tools.Count == 0 || options?.ToolMode is NoneChatToolMode || (prompt.Results.Count > 0 && (demanded is not null || prompt.Calls.Count == 0)))
            return new([], null);
        var request = Request(prompt, demanded is not null);
        var steps = Steps(tools, request, prompt);
        if (steps.Count == 0 && demanded is not null)
            steps = [new(tools.MaxBy(tool => Score(tool, request))!, request)];
        var done = prompt.Calls.CountBy(call => call.Name ?? "").ToDictionary(StringComparer.Ordinal);
        return Calls(steps, done, request, prompt, demanded is not null, options?.AllowMultipleToolCalls == false ? 1 : MostCalls);
    }

    /// <summary>The results of the tools in words.</summary>
    public static string Report(SandboxPrompt prompt, string language)
    {
        var lines = prompt.Results.Select(result =>
        {
            var label = prompt.Calls.FirstOrDefault(call => call.CallId == result.CallId) is { } call ? Label(call) : "";
            if (result.Exception is not null)
                return SandboxPhrases.Get("failed", language, label.Length == 0 ? "Tool" : label);
            var text = Readable(SandboxContents.Text(result));
            return text.Length == 0 ? SandboxPhrases.Get("done", language, label) : label.Length == 0 ? text : $"{label}: {text}";
        });
        return SandboxSentences.Shorten(string.Join('\n', lines), LongestReport);
    }

    /// <summary>How many characters the schema of a tool has.</summary>
    public static int SchemaLength(AIFunctionDeclaration tool) => tool.JsonSchema.ValueKind == JsonValueKind.Undefined ? 0 : tool.JsonSchema.GetRawText().Length;

    private static List<AIFunctionDeclaration> Tools(ChatOptions? options, RequiredChatToolMode? demanded) =>
        [.. (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Where(tool => demanded?.RequiredFunctionName is not { } name || tool.Name == name).DistinctBy(tool => tool.Name)];

    // A document that is to be worked on is no request, whatever it speaks of.
    private static string Request(SandboxPrompt prompt, bool demanded)
    {
        var request = prompt.Material.Length <= LongestInline || demanded ? prompt.User : prompt.Task;
        return request.Length > LongestRequest ? request[..LongestRequest] : request;
    }

    private static Plans Calls(List<Step> steps, Dictionary<string, int> done, string request, SandboxPrompt prompt, bool demanded, int most)
    {
        var calls = new List<FunctionCallContent>();
        string? missing = null;
        for (var i = 0; i < steps.Count && calls.Count < most; i++)
        {
            var (tool, text) = steps[i];
            if (done.TryGetValue(tool.Name, out var times) && times > 0)
            {
                done[tool.Name] = times - 1;
                continue;
            }
            var arguments = SandboxArguments.Fill(tool, text, prompt, demanded: false);
            if (arguments.Missing.Count > 0)
                arguments = SandboxArguments.Fill(tool, request, prompt, demanded);
            if (arguments.Missing.Count > 0)
                missing ??= SandboxPhrases.Get("missing", prompt.Wishes.Language ?? prompt.Language, SandboxField.Spelled(tool.Name), string.Join(", ", arguments.Missing));
            else
                calls.Add(new(CallId(prompt, i), tool.Name, arguments.Values));
        }
        return new(calls, prompt.Results.Count > 0 ? null : missing);
    }

    // Each clause goes to the tool it names; one that names none belongs to its neighbour, or repeats its call with another value.
    private static List<Step> Steps(List<AIFunctionDeclaration> tools, string request, SandboxPrompt prompt)
    {
        var steps = new List<Step>();
        var before = "";
        foreach (var clause in SandboxClauses.Of(request))
        {
            var best = tools.MaxBy(tool => Score(tool, clause))!;
            var named = Score(best, clause) >= Enough;
            var same = steps.Count > 0 && (!named || steps[^1].Tool == best);
            if (!named && steps.Count == 0)
                before += clause + " ";
            else if (!same)
                steps.Add(new(best, before + clause));
            else if (Repeats(steps[^1], clause, named, prompt))
                steps.Add(steps[^1] with { Text = clause });
            else
                steps[^1] = steps[^1] with { Text = $"{steps[^1].Text}, {clause}" };
            before = steps.Count > 0 ? "" : before;
        }
        if (steps.Count == 0 && tools.MaxBy(tool => Score(tool, request)) is { } whole && Score(whole, request) >= Enough)
            steps.Add(new(whole, request));
        return steps;
    }

    private static bool Repeats(Step last, string clause, bool named, SandboxPrompt prompt) =>
        (named || clause.Count(c => c == ' ') < 3)
        && SandboxArguments.Fill(last.Tool, last.Text, prompt, demanded: false) is { Missing.Count: 0, Values.Count: > 0 } first
        && SandboxArguments.Fill(last.Tool, clause, prompt, demanded: false) is { Missing.Count: 0 } second
        && (named || (first.Values.Count == 1 && second.Values.Count == 1));

    private static double Score(AIFunctionDeclaration tool, string text)
    {
        var asked = SandboxWords.Terms(text).ToHashSet(StringComparer.Ordinal);
        var name = SandboxWords.Terms(SandboxField.Spelled(tool.Name)).Distinct().ToList();
        if (name.Exists(term => s_acting.Contains(term) && !asked.Contains(term)))
            return 0;
        var telling = name.Exists(term => !s_general.Contains(term));
        var byName = name.Where(asked.Contains).Sum(term => telling && s_general.Contains(term) ? 1.5 : 3.0);
        var byDescription = SandboxWords.Terms(tool.Description).Distinct().Where(term => !name.Contains(term) && asked.Contains(term)).Sum(term => s_general.Contains(term) ? 0.4 : 1.1);
        return byName + byDescription;
    }

    private static string CallId(SandboxPrompt prompt, int index) =>
        "call_" + SandboxHash.Mix(prompt.Hash + (ulong)index + 1).ToString("x16", CultureInfo.InvariantCulture);

    // A flat JSON object reads better as "key: value".
    private static string Readable(string text)
    {
        if (text is not ['{', ..])
            return text.Trim();
        try
        {
            var fields = JsonNode.Parse(text) as JsonObject;
            return fields is null || fields.Any(field => field.Value is JsonObject or JsonArray) ? text
                : string.Join(", ", fields.Select(field => $"{SandboxField.Spelled(field.Key)}: {SandboxShape.Text(field.Value) ?? field.Value?.ToJsonString() ?? "–"}"));
        }
        catch (JsonException)
        {
            return text.Trim();
        }
    }

    // "Get weather (Berlin)"
    private static string Label(FunctionCallContent call)
    {
        var name = SandboxField.Spelled(call.Name ?? "").ToLowerInvariant();
        var values = (call.Arguments?.Values ?? []).Select(value => value?.ToString()).Where(value => value is { Length: > 0 and <= 40 }).Take(3).ToList();
        return (name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..]) + (values.Count == 0 ? "" : $" ({string.Join(", ", values)})");
    }
}
