using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "CHT-1")]
public sealed class ChatTests : ModelTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_has_text_ids_reason_and_raw_json(bool streaming)
    {
        Server.Enqueue(new FakeAnswer("Grüße aus Köln 🌍"));

        var response = await AskAsync(Client(), streaming);

        Assert.Equal("Grüße aus Köln 🌍", response.Text);
        Assert.Equal("chatcmpl-1", response.ResponseId);
        Assert.Equal("chatcmpl-1", Assert.Single(response.Messages).MessageId);
        Assert.Equal(ChatRole.Assistant, response.Messages[0].Role);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), response.CreatedAt);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Spec", "PRV-1")]
    public async Task Answer_names_the_model_that_really_answered(bool streaming)
    {
        Server.Enqueue(new FakeAnswer("x") { Model = "gpt-test-2026-11-20" });

        Assert.Equal("gpt-test-2026-11-20", (await AskAsync(Client(), streaming)).ModelId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Spec", "QUO-2")]
    public async Task Usage_counts_cached_and_reasoning_tokens(bool streaming)
    {
        Server.Enqueue(new FakeAnswer("x") { InputTokens = 100, CachedTokens = 64, OutputTokens = 30, ReasoningTokens = 25 });

        var usage = (await AskAsync(Client(), streaming)).Usage!;

        Assert.Equal((100, 30, 130), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount));
        Assert.Equal((64, 25), (usage.CachedInputTokenCount, usage.ReasoningTokenCount));
        Assert.Null(usage.AdditionalCounts);
    }

    [Theory]
    [InlineData("stop", "stop")]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("function_call", "tool_calls")]
    [InlineData("eos", "eos")]
    public async Task Finish_reason_is_passed_on_even_when_unknown(string sent, string expected)
    {
        Server.Enqueue(FakeReplies.Json(FakeOpenAIServer.Completion(new FakeAnswer("x")).Replace("\"stop\"", $"\"{sent}\"")));

        Assert.Equal(new ChatFinishReason(expected), (await AskAsync(Client(), streaming: false)).FinishReason);
    }

    [Fact]
    public async Task Refusal_becomes_error_content_and_goes_back_as_refusal()
    {
        Server.Enqueue(FakeReplies.Json("""{"id":"r","model":"m","choices":[{"message":{"role":"assistant","content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}"""));

        var response = await AskAsync(Client(), streaming: false);
        var sent = await SentAsync(null, [.. response.Messages]);

        Assert.Equal("I cannot.", Assert.IsType<ErrorContent>(Assert.Single(response.Messages[0].Contents)).Message);
        AssertJson("""[{"role":"assistant","content":"","refusal":"I cannot."}]""", sent["messages"]);
    }

    [Fact]
    public async Task Streamed_refusal_is_put_together()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close,
            """{"id":"r","choices":[{"index":0,"delta":{"refusal":"I can"}}]}""", """{"id":"r","choices":[{"index":0,"delta":{"refusal":"not."},"finish_reason":"stop"}]}""", "[DONE]"));

        var contents = (await AskAsync(Client(), streaming: true)).Messages.SelectMany(message => message.Contents);

        Assert.Equal("I cannot.", Assert.IsType<ErrorContent>(Assert.Single(contents)).Message);
    }

    [Theory]
    [InlineData("reasoning_content")]
    [InlineData("reasoning")]
    public async Task Reasoning_of_compatible_servers_is_kept_apart_from_the_answer(string field)
    {
        Server.Enqueue(FakeReplies.Json($$$"""{"choices":[{"message":{"content":"42","{{{field}}}":"six by seven"},"finish_reason":"stop"}]}"""));

        var response = await AskAsync(Client(OpenAIFlavour.Compatible), streaming: false);

        Assert.Equal("42", response.Text);
        Assert.Equal("six by seven", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
    }

    [Fact]
    public async Task Sparse_answer_of_a_compatible_server_is_read()
    {
        Server.Enqueue(FakeReplies.Json("""{"id":"","created":1.5,"choices":[{"message":{"role":"model","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},"finish_reason":null}],"usage":null}"""));

        var response = await AskAsync(Client(OpenAIFlavour.Compatible), streaming: false);

        Assert.Equal("ab", response.Text);
        Assert.Null(response.ResponseId);
        Assert.Null(response.FinishReason);
        Assert.Null(response.Usage);
    }

    [Fact]
    public async Task Raw_representation_is_the_servers_json()
    {
        Server.Enqueue(FakeReplies.Json("""{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}],"system_fingerprint":"fp_1"}"""));

        var raw = Assert.IsType<JsonElement>((await AskAsync(Client(), streaming: false)).RawRepresentation);

        Assert.Equal("fp_1", raw.GetProperty("system_fingerprint").GetString());
    }

    [Fact]
    public void Services_are_the_client_its_metadata_and_the_official_client()
    {
        var client = Client(OpenAIFlavour.Compatible, options => options.ProviderName = "vllm");
        var metadata = client.GetService<ChatClientMetadata>()!;

        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Equal(("vllm", Server.Endpoint, "gpt-test"), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
        Assert.NotNull(client.GetService<OpenAI.Chat.ChatClient>());
        Assert.Null(client.GetService<string>());
        Assert.Null(client.GetService(typeof(IChatClient), "key"));
    }

    [Fact]
    public async Task Disposed_client_still_answers()
    {
        var client = Client();
        client.Dispose();

        Assert.Equal("echo: hello", (await AskAsync(client, streaming: false)).Text);
    }
}
