using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>A fake server and clients for it.</summary>
public abstract class ModelTest : IAsyncLifetime
{
    protected static readonly string Key = string.Concat("sk-", "test-", "0123456789abcdef");

    protected FakeOpenAIServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await FakeOpenAIServer.StartNewAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    protected OpenAIModelOptions Options(OpenAIFlavour flavour = OpenAIFlavour.OpenAI, Action<OpenAIModelOptions>? change = null)
    {
        var options = new OpenAIModelOptions
        {
            Flavour = flavour,
            Endpoint = flavour is OpenAIFlavour.AzureOpenAI ? Server.Address : Server.Endpoint,
            Model = "gpt-test",
            ApiKey = () => Key,
            MaxRetries = 0,
        };
        change?.Invoke(options);
        return options;
    }

    protected OpenAIChatClient Client(OpenAIFlavour flavour = OpenAIFlavour.OpenAI, Action<OpenAIModelOptions>? change = null) => new(Options(flavour, change));

    /// <summary>Asks on one of the two paths; what comes back must not depend on which.</summary>
    protected static Task<ChatResponse> AskAsync(IChatClient client, bool streaming, ChatOptions? options = null, params ChatMessage[] messages)
    {
        if (messages.Length == 0)
            messages = [new ChatMessage(ChatRole.User, "hello")];
        return streaming ? client.GetStreamingResponseAsync(messages, options).ToChatResponseAsync() : client.GetResponseAsync(messages, options);
    }

    /// <summary>The body that a call sends.</summary>
    protected async Task<JsonObject> SentAsync(ChatOptions? options, params ChatMessage[] messages)
    {
        await AskAsync(Client(), streaming: false, options, messages);
        return Server.LastRequest.Json;
    }

    protected static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected: {JsonNode.Parse(expected)}\nActual: {actual}");
}
