using Anthropic;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>A chat client that others wrote, over a server that speaks another format: the second leg of what governs any client.</summary>
[Trait("Spec", "CHT-1")]
public sealed class AnthropicTests : IAsyncLifetime
{
    private FakeAnthropicServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeAnthropicServer.StartNewAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_gives_text_usage_and_model(bool streaming)
    {
        _server.Enqueue(new FakeAnswer("Grüße, Anna!"));

        var response = await AskAsync(streaming, null, new ChatMessage(ChatRole.User, "hi"));

        Assert.Equal("Grüße, Anna!", response.Text);
        Assert.Equal("fake-model-2026-01", response.ModelId);
        Assert.Equal(7, response.Usage!.OutputTokenCount);
        Assert.Equal("Bearer k", _server.LastRequest.Header("Authorization"));
        Assert.Equal(streaming, _server.LastRequest.IsStreaming);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tool_use_gives_calls_and_takes_results(bool streaming)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((string city) => "sunny", "weather")] };
        _server.Enqueue(new FakeAnswer("", new FakeToolCall("t1", "weather", """{"city":"Oslo"}"""), new FakeToolCall("t2", "weather", """{"city":"Rome"}""")));
        var question = new ChatMessage(ChatRole.User, "weather?");

        var first = await AskAsync(streaming, options, question);
        var calls = first.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToArray();
        var results = calls.Select(AIContent (call) => new FunctionResultContent(call.CallId, "sunny")).ToList();
        var second = await AskAsync(streaming, options, [question, .. first.Messages, new ChatMessage(ChatRole.Tool, results)]);

        Assert.Equal(["Oslo", "Rome"], calls.Select(call => call.Arguments!["city"]!.ToString()));
        Assert.Contains("\"tool_use_id\":\"t2\"", _server.LastRequest.Json.ToJsonString());
        Assert.StartsWith("echo:", second.Text);
    }

    private Task<ChatResponse> AskAsync(bool streaming, ChatOptions? options, params ChatMessage[] messages)
    {
        var client = new AnthropicClient { BaseUrl = _server.Address.ToString().TrimEnd('/'), ApiKey = "k", MaxRetries = 0 }.AsIChatClient("claude-test", 256);
        return streaming ? client.GetStreamingResponseAsync(messages, options).ToChatResponseAsync() : client.GetResponseAsync(messages, options);
    }
}
