using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>Every position of a chat request in which text may stand, each with a maker of a request that holds a value there.</summary>
internal static class TextPositions
{
    public static IReadOnlyDictionary<string, Func<string, (ChatMessage[] Messages, ChatOptions? Options)>> All { get; } =
        new Dictionary<string, Func<string, (ChatMessage[], ChatOptions?)>>
        {
            ["instructions"] = v => Option(o => o.Instructions = $"Serve {v} well."),
            ["system"] = v => Text(ChatRole.System, v),
            ["developer"] = v => Text(new ChatRole("developer"), v),
            ["user"] = v => Text(ChatRole.User, v),
            ["assistant"] = v => Text(ChatRole.Assistant, v),
            ["tool"] = v => Text(ChatRole.Tool, v),
            ["other role"] = v => Text(new ChatRole("critic"), v),
            ["text split in two"] = v => Message(new TextContent("It is " + v[..(v.Length / 2)]), new TextContent(v[(v.Length / 2)..] + " indeed")),
            ["text split with an empty one between"] = v => Message(new TextContent("It is " + v[..(v.Length / 2)]), new TextContent(""), new TextContent(v[(v.Length / 2)..] + " indeed")),
            ["reasoning"] = v => Message(new TextReasoningContent($"They wrote {v} here.")),
            ["arguments"] = v => Call(new() { ["to"] = $"to {v} now" }),
            ["arguments nested"] = v => Call(new() { ["to"] = new Dictionary<string, object?> { ["list"] = new List<object?> { 1, $"x {v} y" } } }),
            ["arguments json"] = v => Call(new() { ["to"] = Json($$"""{"a":[{"b":{{Quote(v)}} }]}""") }),
            ["arguments escaped json"] = v => Call(new() { ["to"] = Json($$"""{"a":"{{string.Concat(v.Select(c => $"\\u{(int)c:x4}"))}}"}""") }),
            ["arguments node"] = v => Call(new() { ["to"] = new JsonObject { ["a"] = new JsonArray(v) } }),
            ["arguments name"] = v => Call(new() { [v] = true }),
            ["arguments json name"] = v => Call(new() { ["to"] = Json($$"""{ {{Quote(v)}}: 1 }""") }),
            ["result string"] = v => Result($"found {v}."),
            ["result json"] = v => Result(Json($$"""{"a":{"b":[{{Quote(v)}}] } }""")),
            ["result object"] = v => Result(new Person(v, [v])),
            ["result dictionary"] = v => Result(new Dictionary<string, object?> { ["a"] = v }),
            ["result strings by name"] = v => Result(new Dictionary<string, string> { ["a"] = v, [v] = "b" }),
            ["result list"] = v => Result(new List<string> { "x", v }),
            ["result array"] = v => Result(new object[] { 1, new Person(v, []) }),
            ["result content"] = v => Result(new TextContent($"found {v}.")),
            ["result contents"] = v => Result(new List<AIContent> { new TextContent("a"), new TextContent($"found {v}.") }),
            ["result contents split"] = v => Result(new AIContent[] { new TextContent("is " + v[..3]), new TextContent(v[3..] + " ok") }),
            ["result raw"] = v => Result(new TextContent("a") { RawRepresentation = v }),
            ["result exception"] = v => Message(new FunctionResultContent("1", "failed") { Exception = new InvalidOperationException(v) }),
            ["data text"] = v => Data($"a {v} b", "text/plain"),
            ["data csv"] = v => Data($"x,{v},y", "text/csv"),
            ["data json"] = v => Data($$"""{"a":{{Quote(v)}} }""", "application/json"),
            ["data escaped json"] = v => Data($$"""{"a":"{{string.Concat(v.Select(c => $"\\u{(int)c:x4}"))}}"}""", "application/json"),
            ["data json lines"] = v => Data($$"""{"a":1}""" + "\n" + $$"""{"b":"{{string.Concat(v.Select(c => $"\\u{(int)c:x4}"))}}"}""", "application/x-ndjson"),
            ["data broken json"] = v => Data($$"""{"a": {{v}} """, "application/json"),
            ["data name"] = v => Message(new DataContent("a"u8.ToArray(), "text/plain") { Name = $"{v} (1)" }),
            ["link"] = v => Link($"https://files.example.net/find?q={v}&x=1"),
            ["link encoded"] = v => Link($"https://files.example.net/find?q={string.Concat(Encoding.UTF8.GetBytes(v).Select(b => $"%{b:X2}"))}&x=1"),
            ["link with data"] = v => Link($"data:text/plain;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes($"a {v} b"))}"),
            ["author"] = v => ([new(ChatRole.User, "Hi") { AuthorName = v }], null),
            ["tool description"] = v => Option(o => o.Tools = [AIFunctionFactory.Create(() => 1, "count", $"Asks {v}.")]),
            ["tool schema"] = v => Option(o => o.Tools = [AIFunctionFactory.Create(([System.ComponentModel.Description("d")] int x) => x, new AIFunctionFactoryOptions { Name = "count", JsonSchemaCreateOptions = Describing(v) })]),
            ["declaration description"] = v => Option(o => o.Tools = [AIFunctionFactory.CreateDeclaration("count", $"Asks {v}.", Json("{}"))]),
            ["declaration schema"] = v => Option(o => o.Tools = [AIFunctionFactory.CreateDeclaration("count", "Counts.", Json($$"""{"default":{{Quote(v)}} }"""))]),
            ["declaration result schema"] = v => Option(o => o.Tools = [AIFunctionFactory.CreateDeclaration("count", "Counts.", Json("{}"), Json($$"""{"default":{{Quote(v)}} }"""))]),
            ["format schema"] = v => Option(o => o.ResponseFormat = ChatResponseFormat.ForJsonSchema(Json($$"""{"const":{{Quote(v)}} }"""), "answer", "An answer.")),
            ["format description"] = v => Option(o => o.ResponseFormat = ChatResponseFormat.ForJsonSchema(Json("{}"), "answer", $"For {v}.")),
            ["stop sequence"] = v => Option(o => o.StopSequences = ["END", v]),
            ["option property"] = v => Option(o => o.AdditionalProperties = new() { ["note"] = $"for {v}" }),
            ["option property name"] = v => Option(o => o.AdditionalProperties = new() { [v] = 1 }),
            ["message property"] = v => ([new(ChatRole.User, "Hi") { AdditionalProperties = new() { ["note"] = new[] { v } } }], null),
            ["message raw"] = v => ([new(ChatRole.User, "Hi") { RawRepresentation = new Person(v, []) }], null),
            ["content property"] = v => Message(new TextContent("Hi") { AdditionalProperties = new() { ["note"] = v } }),
            ["content raw"] = v => Message(new TextContent("Hi") { RawRepresentation = v }),
            ["content annotation"] = v => Message(new TextContent("Hi") { Annotations = [new CitationAnnotation { Snippet = v }] }),
            ["call raw"] = v => Message(new FunctionCallContent("1", "find") { RawRepresentation = v }),
            ["usage raw"] = v => Message(new UsageContent(new UsageDetails()) { RawRepresentation = v }),
            ["error"] = v => Message(new ErrorContent($"No {v}.") { Details = $"No {v}!", ErrorCode = v }),
            ["approval request"] = v => Message(new ToolApprovalRequestContent("1", new FunctionCallContent("2", "find", new Dictionary<string, object?> { ["a"] = v }))),
            ["approval request raw"] = v => Message(new ToolApprovalRequestContent("1", new FunctionCallContent("2", "find") { RawRepresentation = v })),
            ["approval response"] = v => Message(new ToolApprovalResponseContent("1", true, new FunctionCallContent("2", "find", new Dictionary<string, object?> { ["a"] = v })) { Reason = $"knows {v}" }),
        };

    /// <summary>Positions that hold a card number as a number.</summary>
    public static IReadOnlyDictionary<string, Func<(ChatMessage[] Messages, ChatOptions? Options)>> Numbers { get; } =
        new Dictionary<string, Func<(ChatMessage[], ChatOptions?)>>
        {
            ["argument"] = () => Call(new() { ["card"] = long.Parse(Sensitive.Card, null) }),
            ["argument as a double"] = () => Call(new() { ["card"] = double.Parse(Sensitive.Card, null) }),
            ["json argument"] = () => Call(new() { ["card"] = Json(Sensitive.Card) }),
            ["json argument with a fraction"] = () => Call(new() { ["card"] = Json(Sensitive.Card + ".0") }),
            ["json argument with an exponent"] = () => Call(new() { ["card"] = Json("4.111111111111111e15") }),
            ["result"] = () => Result(Json($$"""{"card":{{Sensitive.Card}} }""")),
            ["data"] = () => Data($$"""{"card":{{Sensitive.Card}} }""", "application/json"),
        };

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    public static (ChatMessage[], ChatOptions?) Message(params AIContent[] contents) => ([new(ChatRole.User, [.. contents])], null);

    private static (ChatMessage[], ChatOptions?) Text(ChatRole role, string value) => ([new(role, $"This is {value} here.")], null);

    private static (ChatMessage[], ChatOptions?) Call(Dictionary<string, object?> arguments) => Message(new FunctionCallContent("1", "find", arguments));

    private static (ChatMessage[], ChatOptions?) Result(object result) => Message(new FunctionResultContent("1", result));

    private static (ChatMessage[], ChatOptions?) Data(string text, string mediaType) => Message(new DataContent(Encoding.UTF8.GetBytes(text), mediaType));

    private static (ChatMessage[], ChatOptions?) Link(string link) => Message(new UriContent(new Uri(link), "text/plain"));

    private static (ChatMessage[], ChatOptions?) Option(Action<ChatOptions> set)
    {
        var options = new ChatOptions();
        set(options);
        return ([new(ChatRole.User, "Hi")], options);
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private static AIJsonSchemaCreateOptions Describing(string value) => new() { TransformSchemaNode = (_, node) => node is JsonObject ? new JsonObject { ["description"] = $"As {value}." } : node };

    internal sealed record Person(string Name, IReadOnlyList<string> Others);
}
