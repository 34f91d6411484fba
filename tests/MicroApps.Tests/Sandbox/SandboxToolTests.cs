using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxToolTests
{
    private const string TwoCities = "What's the weather in Berlin and Paris?";

    [Theory]
    [InlineData("Wie ist das Wetter in Köln?", "GetWeather(city=Köln)")]
    [InlineData("Quel temps fait-il ? Donne-moi la météo à Lyon.", "GetWeather(city=Lyon)")]
    [InlineData("Where is my order ORD-4711?", "lookup_order(orderNumber=ORD-4711)")]
    [InlineData("Weather in Rome in celsius please", "GetWeather(city=Rome, unit=celsius)")]
    [InlineData("Please request vacation from 3 March 2026 to 7 March 2026 for Anna Schmidt", "request_vacation(start_date=2026-03-03, end_date=2026-03-07, employee=Anna Schmidt)")]
    [InlineData("How many units of SKU-100 and SKU-200 do we have in stock?", "get_stock(skus=[\"SKU-100\",\"SKU-200\"])")]
    [InlineData("Search the handbook for parental leave", "search_docs(query=parental leave)")]
    [InlineData("Send an email to [EMAIL_1] with body \"It comes on Monday.\" and subject \"Late\"", "SendEmail(to=[EMAIL_1], subject=Late, body=It comes on Monday.)")]
    [InlineData("Book a meeting room on 12 May 2026 for 5 people with a projector", "book_room(date=12 May 2026, people=5, projector=True)")]
    public async Task Plain_request_calls_the_tool_with_its_arguments(string prompt, string expected)
    {
        var response = await SandboxAsk.ResponseAsync(prompt, null, SandboxTool.All());
        Assert.Equal(expected, SandboxAsk.Spelled(Assert.Single(SandboxAsk.Calls(response))));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Theory]
    [InlineData("Tell me a joke"), InlineData("Hello!"), InlineData("Summarise: The store was full. The staff was tired.")]
    public async Task Other_request_calls_nothing(string prompt) => Assert.Empty(SandboxAsk.Calls(await SandboxAsk.ResponseAsync(prompt, null, SandboxTool.All())));

    [Fact]
    public async Task Document_that_speaks_of_a_tool_is_no_request()
    {
        var note = string.Concat(Enumerable.Repeat("The weather in Berlin was bad and order ORD-4711 is late. ", 10));
        Assert.Empty(SandboxAsk.Calls(await SandboxAsk.ResponseAsync("Summarise this note:\n" + note, null, SandboxTool.All())));
    }

    [Fact]
    public async Task Two_things_are_two_calls_with_ids_of_their_own()
    {
        var calls = SandboxAsk.Calls(await SandboxAsk.ResponseAsync("Where is my order ORD-4711 and what is the weather in New York?", null, SandboxTool.All()));
        Assert.Equal(["lookup_order(orderNumber=ORD-4711)", "GetWeather(city=New York)"], calls.ConvertAll(SandboxAsk.Spelled));
        Assert.Equal(2, calls.Select(call => call.CallId).Distinct().Count());
    }

    [Fact]
    public async Task Call_ids_are_the_same_again()
    {
        var one = SandboxAsk.Calls(await SandboxAsk.ResponseAsync(TwoCities, null, SandboxTool.All()));
        var other = SandboxAsk.Calls(await SandboxAsk.ResponseAsync(TwoCities, null, SandboxTool.All()));
        Assert.Equal(one.ConvertAll(call => call.CallId), other.ConvertAll(call => call.CallId));
        Assert.Equal(["GetWeather(city=Berlin)", "GetWeather(city=Paris)"], one.ConvertAll(SandboxAsk.Spelled));
    }

    [Fact]
    public async Task Missing_argument_is_asked_for_instead_of_made_up()
    {
        var response = await SandboxAsk.ResponseAsync("What is the weather?", null, SandboxTool.All());
        Assert.StartsWith("To call Get Weather I still need: city.", response.Text, StringComparison.Ordinal);
        Assert.Empty(SandboxAsk.Calls(response));
    }

    [Fact]
    public async Task Mode_none_never_calls() => Assert.Empty(SandboxAsk.Calls(await SandboxAsk.ResponseAsync(TwoCities, null, SandboxTool.All(ChatToolMode.None))));

    [Fact]
    public async Task Mode_required_always_calls() => Assert.Single(SandboxAsk.Calls(await SandboxAsk.ResponseAsync("anything", null, SandboxTool.All(ChatToolMode.RequireAny))));

    [Fact]
    public async Task Mode_required_specific_calls_that_tool_validly()
    {
        var call = Assert.Single(SandboxAsk.Calls(await SandboxAsk.ResponseAsync("anything", null, SandboxTool.All(ChatToolMode.RequireSpecific("request_vacation")))));
        Assert.Equal("request_vacation(start_date=1970-01-01, end_date=1970-01-01)", SandboxAsk.Spelled(call));
    }

    [Fact]
    public async Task Mode_required_specific_unknown_tool_answers_in_words() =>
        Assert.Empty(SandboxAsk.Calls(await SandboxAsk.ResponseAsync(TwoCities, null, SandboxTool.All(ChatToolMode.RequireSpecific("nothing")))));

    [Theory]
    [InlineData(null), InlineData(true), InlineData(false)]
    public async Task Conversation_with_tools_ends_with_an_answer_from_the_results(bool? several)
    {
        var options = SandboxTool.All(several: several);
        List<ChatMessage> history = [new(ChatRole.User, TwoCities)];
        var rounds = 0;
        ChatResponse response;
        while (SandboxAsk.Calls(response = await new SandboxChatClient().GetResponseAsync(history, options)) is { Count: > 0 } calls && ++rounds < 5)
        {
            history.AddMessages(response);
            history.Add(new(ChatRole.Tool, [.. calls.Select(call => new FunctionResultContent(call.CallId, $"sunny in {call.Arguments!["city"]}"))]));
        }

        Assert.Equal(several == false ? 2 : 1, rounds);
        Assert.Contains("Get weather (Berlin): sunny in Berlin\nGet weather (Paris): sunny in Paris", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mode_required_answers_once_there_is_a_result()
    {
        var call = new FunctionCallContent("c1", "GetWeather", new Dictionary<string, object?> { ["city"] = "Berlin" });
        var response = await new SandboxChatClient().GetResponseAsync(
            [new(ChatRole.User, "Weather in Berlin"), new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [new FunctionResultContent("c1", "rain")])], SandboxTool.All(ChatToolMode.RequireAny));
        Assert.StartsWith("Get weather (Berlin): rain", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_that_are_json_or_failures_are_told_readably()
    {
        var response = await new SandboxChatClient().GetResponseAsync(
        [
            new(ChatRole.User, "Weather in Berlin"), new(ChatRole.Assistant, [new FunctionCallContent("c1", "GetWeather"), new FunctionCallContent("c2", "get_news")]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", SandboxAsk.Element("""{"temp":20,"sky":"clear"}""")), new FunctionResultContent("c2", null) { Exception = new TimeoutException() }]),
        ]);
        Assert.StartsWith("Get weather: temp: 20, sky: clear\nGet news did not work.", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streaming_carries_the_calls()
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in new SandboxChatClient().GetStreamingResponseAsync(TwoCities, SandboxTool.All()))
            updates.Add(update);
        var response = updates.ToChatResponse();
        Assert.Equal(2, SandboxAsk.Calls(response).Count);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }
}
