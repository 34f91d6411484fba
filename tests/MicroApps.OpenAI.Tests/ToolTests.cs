using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "CHT-1")]
public sealed class ToolTests : ModelTest
{
    private static readonly AIFunctionDeclaration Weather = AIFunctionFactory.CreateDeclaration("weather", "Tells the weather",
        JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}"""));

    private static readonly ChatMessage Hi = new(ChatRole.User, "hi");

    [Fact]
    public async Task Tool_sends_name_description_and_schema()
    {
        var sent = await SentAsync(new() { Tools = [Weather], AllowMultipleToolCalls = false, ToolMode = ChatToolMode.Auto }, Hi);

        AssertJson("""[{"type":"function","function":{"name":"weather","description":"Tells the weather","parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}]""", sent["tools"]);
        AssertJson("false", sent["parallel_tool_calls"]);
        AssertJson("\"auto\"", sent["tool_choice"]);
    }

    [Fact]
    public async Task Strict_tool_gets_a_schema_that_strict_mode_accepts()
    {
        var strict = AIFunctionFactory.Create((string city, int days = 1) => city, new AIFunctionFactoryOptions { Name = "w", AdditionalProperties = new Dictionary<string, object?> { ["strict"] = true } });

        var function = (await SentAsync(new() { Tools = [strict, Weather] }, Hi))["tools"]![0]!["function"]!;

        AssertJson("true", function["strict"]);
        AssertJson("false", function["parameters"]!["additionalProperties"]);
        AssertJson("""["city","days"]""", function["parameters"]!["required"]);
    }

    [Fact]
    public async Task Tool_modes_map_to_tool_choice()
    {
        AssertJson("\"none\"", await ChoiceAsync(ChatToolMode.None));
        AssertJson("\"required\"", await ChoiceAsync(ChatToolMode.RequireAny));
        AssertJson("""{"type":"function","function":{"name":"weather"}}""", await ChoiceAsync(ChatToolMode.RequireSpecific("weather")));
        Assert.Null(await ChoiceAsync(null));
    }

    [Fact]
    public async Task Choice_without_tools_is_left_out() =>
        AssertJson("""{"model":"gpt-test","messages":[{"role":"user","content":"hi"}]}""", await SentAsync(new() { ToolMode = ChatToolMode.RequireAny, AllowMultipleToolCalls = true }, Hi));

    [Fact]
    public async Task Hosted_tool_is_refused() =>
        Assert.Contains("HostedWebSearchTool", (await Assert.ThrowsAsync<NotSupportedException>(() => SentAsync(new() { Tools = [new HostedWebSearchTool()] }, Hi))).Message);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parallel_calls_are_put_together(bool streaming)
    {
        Server.Enqueue(new FakeAnswer("Let me see.", new FakeToolCall("c1", "weather", """{"city":"Ærø","days":3}"""), new FakeToolCall("c2", "weather", """{"city":null}"""), new FakeToolCall("c3", "now", "")));

        var response = await AskAsync(Client(), streaming);
        var calls = Calls(response);

        Assert.Equal(["c1", "c2", "c3"], calls.Select(call => call.CallId));
        Assert.Equal(["weather", "weather", "now"], calls.Select(call => call.Name));
        Assert.Equal(("Ærø", "3"), (calls[0].Arguments!["city"]!.ToString(), calls[0].Arguments!["days"]!.ToString()));
        Assert.Null(calls[1].Arguments!["city"]);
        Assert.Empty(calls[2].Arguments!);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal("Let me see.", response.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Malformed_arguments_are_reported_and_not_quoted(bool streaming)
    {
        Server.Enqueue(new FakeAnswer("", new FakeToolCall("c1", "weather", """{"city": "Anna Smi"""), new FakeToolCall("c2", "weather", "[1]")));

        var calls = Calls(await AskAsync(Client(), streaming));

        Assert.All(calls, call => Assert.DoesNotContain("Smi", Assert.IsAssignableFrom<Exception>(call.Exception).ToString()));
        Assert.Equal(2, calls.Length);
    }

    [Theory]
    [InlineData("""{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}""", """{"index":0,"id":"b","function":{"name":"g","arguments":"{}"}}""", "a:f b:g")]
    [InlineData("""{"id":"a","function":{"name":"f","arguments":"{"}}""", """{"function":{"arguments":"}"}}""", "a:f")]
    [InlineData("""{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}""", """{"index":0,"id":"a","function":{"name":"f","arguments":"}"}}""", "a:f")]
    [InlineData("""{"id":"a","function":{"name":"f","arguments":{"x":1}}}""", """{"id":"b","function":{"name":"g"}}""", "a:f b:g")]
    [InlineData("""{"index":0,"function":{"name":"f","arguments":"{}"}}""", """{"index":1,"id":"","function":{"name":"g"}}""", "r_0:f r_1:g")]
    public async Task Odd_ways_of_numbering_calls_are_understood(string first, string second, string expected)
    {
        string Chunk(string call, string reason) => $$"""{"id":"r","choices":[{"index":0,"delta":{"tool_calls":[{{call}}]},"finish_reason":{{reason}}}]}""";
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, Chunk(first, "null"), Chunk(second, "\"tool_calls\""), "[DONE]"));

        var calls = Calls(await AskAsync(Client(), streaming: true));

        Assert.Equal(expected, string.Join(' ', calls.Select(call => $"{call.CallId}:{call.Name}")));
        Assert.All(calls, call => Assert.Null(call.Exception));
    }

    [Fact]
    public async Task Calls_that_no_finish_reason_closed_come_at_the_end()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, """{"id":"r","choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}}]}""", "[DONE]"));

        Assert.Equal("a", Assert.Single(Calls(await AskAsync(Client(), streaming: true))).CallId);
    }

    [Fact]
    public async Task Call_and_results_go_back_in_order()
    {
        var call = new FunctionCallContent("c1", "weather", new Dictionary<string, object?> { ["city"] = "Oslo", ["days"] = 3 });

        var sent = await SentAsync(null, Hi, new(ChatRole.Assistant, [call, new FunctionCallContent("c2", "now")]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "sunny"), new FunctionResultContent("c2", "noon")]),
            new(ChatRole.User, [new TextContent("and?"), new FunctionResultContent("c3", "late")]));

        AssertJson("""
            [{"role":"user","content":"hi"},
             {"role":"assistant","content":null,"tool_calls":[
               {"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Oslo\",\"days\":3}"}},
               {"id":"c2","type":"function","function":{"name":"now","arguments":"{}"}}]},
             {"role":"tool","tool_call_id":"c1","content":"sunny"},{"role":"tool","tool_call_id":"c2","content":"noon"},
             {"role":"tool","tool_call_id":"c3","content":"late"},{"role":"user","content":"and?"}]
            """, sent["messages"]);
    }

    [Fact]
    public async Task Result_inside_the_assistants_message_follows_its_call()
    {
        var sent = await SentAsync(null, new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "now"), new FunctionResultContent("c1", "noon")]));

        Assert.Equal(["assistant", "tool"], sent["messages"]!.AsArray().Select(message => message!["role"]!.ToString()));
    }

    [Fact]
    public async Task Results_of_every_kind_become_text()
    {
        Assert.Equal("plain", await ResultAsync("plain"));
        Assert.Equal("text", await ResultAsync(JsonElement.Parse("\"text\"")));
        Assert.Equal("""{"a":1}""", await ResultAsync(JsonElement.Parse("""{"a":1}""")));
        Assert.Equal("""{"a":1}""", await ResultAsync(new JsonObject { ["a"] = 1 }));
        Assert.Equal("""{"a":1}""", await ResultAsync(new Dictionary<string, int> { ["a"] = 1 }));
        Assert.Equal("said", await ResultAsync(new TextContent("said")));
        Assert.Equal("ab", await ResultAsync(new List<AIContent> { new TextContent("a"), new TextContent("b") }));
        Assert.Contains("data:image/png;base64,AQID", await ResultAsync(new DataContent(new byte[] { 1, 2, 3 }, "image/png")));
        Assert.Equal("", await ResultAsync(null));
        Assert.DoesNotContain("secret", await ResultAsync(null, new InvalidOperationException("secret")));
    }

    private static FunctionCallContent[] Calls(ChatResponse response) =>
        [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    private async Task<JsonNode?> ChoiceAsync(ChatToolMode? mode) => (await SentAsync(new() { Tools = [Weather], ToolMode = mode }, Hi))["tool_choice"];

    private async Task<string> ResultAsync(object? result, Exception? exception = null) =>
        (await SentAsync(null, new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", result) { Exception = exception }])))["messages"]![0]!["content"]!.ToString();
}
