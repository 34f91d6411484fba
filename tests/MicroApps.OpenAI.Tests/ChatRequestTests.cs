using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

namespace MicroApps.Tests;

[Trait("Spec", "CHT-1")]
public sealed class ChatRequestTests : ModelTest
{
    private static readonly ChatMessage Hi = new(ChatRole.User, "hi");

    [Fact]
    public async Task Plain_question_sends_model_and_messages_only() =>
        AssertJson("""{"model":"gpt-test","messages":[{"role":"user","content":"hi"}]}""", await SentAsync(null, Hi));

    [Fact]
    public async Task Streaming_asks_for_usage_at_the_end()
    {
        await AskAsync(Client(), streaming: true, null, Hi);

        AssertJson("""{"model":"gpt-test","messages":[{"role":"user","content":"hi"}],"stream":true,"stream_options":{"include_usage":true}}""", Server.LastRequest.Json);
    }

    [Fact]
    public async Task Streaming_without_usage_leaves_stream_options_out()
    {
        await AskAsync(Client(change: options => options.StreamUsage = false), streaming: true, null, Hi);

        Assert.False(Server.LastRequest.Json.ContainsKey("stream_options"));
    }

    [Fact]
    public async Task Every_option_goes_into_its_field()
    {
        var options = new ChatOptions
        {
            ModelId = "gpt-other",
            Temperature = 0.7f,
            TopP = 0.9f,
            TopK = 40,
            FrequencyPenalty = 0.5f,
            PresencePenalty = -0.5f,
            Seed = 42,
            MaxOutputTokens = 64,
            StopSequences = ["END", "\n\n"],
            Reasoning = new ReasoningOptions { Effort = ReasoningEffort.ExtraHigh },
            AdditionalProperties = new() { ["user"] = "u-17" },
        };

        var sent = await SentAsync(options, Hi);

        sent.Remove("messages");
        AssertJson("""
            {"model":"gpt-other","temperature":0.7,"top_p":0.9,"frequency_penalty":0.5,"presence_penalty":-0.5,"seed":42,"reasoning_effort":"xhigh",
             "stop":["END","\n\n"],"user":"u-17","max_completion_tokens":64}
            """, sent);
    }

    [Theory]
    [InlineData(OpenAIFlavour.OpenAI, null, "max_completion_tokens")]
    [InlineData(OpenAIFlavour.AzureOpenAI, null, "max_completion_tokens")]
    [InlineData(OpenAIFlavour.Compatible, null, "max_tokens")]
    [InlineData(OpenAIFlavour.Compatible, OutputLimitField.MaxCompletionTokens, "max_completion_tokens")]
    [InlineData(OpenAIFlavour.OpenAI, OutputLimitField.MaxTokens, "max_tokens")]
    [Trait("Spec", "QUO-1")]
    public async Task Output_limit_goes_into_the_one_field_that_the_server_knows(OpenAIFlavour flavour, OutputLimitField? field, string expected)
    {
        await AskAsync(Client(flavour, options => options.OutputLimitField = field), streaming: false, new ChatOptions { MaxOutputTokens = 9 });

        Assert.Equal([(expected, 9)], Server.LastRequest.Json.Where(pair => pair.Key.StartsWith("max_", StringComparison.Ordinal)).Select(pair => (pair.Key, pair.Value!.GetValue<int>())));
    }

    [Fact]
    public async Task Compatible_server_gets_top_k_and_system_for_developer()
    {
        await AskAsync(Client(OpenAIFlavour.Compatible), streaming: false, new ChatOptions { TopK = 40 }, new ChatMessage(new ChatRole("developer"), "be kind"));

        AssertJson("""{"model":"gpt-test","messages":[{"role":"system","content":"be kind"}],"top_k":40}""", Server.LastRequest.Json);
    }

    [Fact]
    public async Task Roles_and_names_follow_the_instructions()
    {
        var sent = await SentAsync(new ChatOptions { Instructions = "Answer in Danish." },
            new(ChatRole.System, "s"), new(new ChatRole("developer"), "d"), new(ChatRole.User, "u") { AuthorName = "anna_1" },
            new(ChatRole.Assistant, "a") { AuthorName = "no good name" });

        AssertJson("""
            [{"role":"system","content":"Answer in Danish."},{"role":"system","content":"s"},{"role":"developer","content":"d"},
             {"role":"user","content":"u","name":"anna_1"},{"role":"assistant","content":"a"}]
            """, sent["messages"]);
    }

    [Fact]
    public async Task Texts_of_one_message_are_joined_and_what_is_no_speech_is_left_out()
    {
        var sent = await SentAsync(null,
            new(ChatRole.User, [new TextContent("a"), new TextContent("b")]),
            new(ChatRole.Assistant, [new TextReasoningContent("hm"), new TextContent("c"), new UsageContent(new UsageDetails())]));

        AssertJson("""[{"role":"user","content":"ab"},{"role":"assistant","content":"c"}]""", sent["messages"]);
    }

    [Fact]
    public async Task Continuation_is_refused()
    {
        var options = new ChatOptions { ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 }) };

        await Assert.ThrowsAsync<NotSupportedException>(() => AskAsync(Client(), streaming: false, options));
    }

    [Fact]
    public async Task Response_formats_are_text_object_and_schema()
    {
        var schema = System.Text.Json.JsonElement.Parse("""{"type":"object","properties":{"n":{"type":"integer","default":1}}}""");
        var format = ChatResponseFormat.ForJsonSchema(schema, "List<Item>", "numbers");

        AssertJson("""{"type":"text"}""", (await SentAsync(new() { ResponseFormat = ChatResponseFormat.Text }, Hi))["response_format"]);
        AssertJson("""{"type":"json_object"}""", (await SentAsync(new() { ResponseFormat = ChatResponseFormat.Json }, Hi))["response_format"]);
        AssertJson("""{"type":"json_schema","json_schema":{"name":"List_Item_","description":"numbers","schema":{"type":"object","properties":{"n":{"type":"integer","default":1}}}}}""",
            (await SentAsync(new() { ResponseFormat = format }, Hi))["response_format"]);
        AssertJson("""
            {"type":"json_schema","json_schema":{"name":"List_Item_","description":"numbers","strict":true,
             "schema":{"type":"object","properties":{"n":{"type":"integer","description":"Default value: 1"}},"additionalProperties":false,"required":["n"]}}}
            """, (await SentAsync(new() { ResponseFormat = format, AdditionalProperties = new() { ["strict"] = true } }, Hi))["response_format"]);
    }

    [Fact]
    public async Task Raw_options_add_fields_and_yield_to_chat_options()
    {
        var raw = new ChatCompletionOptions { MaxOutputTokenCount = 5000, Temperature = 1, StoredOutputEnabled = false };
        var options = new ChatOptions { MaxOutputTokens = 10, RawRepresentationFactory = _ => raw };

        await AskAsync(Client(OpenAIFlavour.Compatible), streaming: false, options, Hi);

        AssertJson("""{"temperature":1,"store":false,"model":"gpt-test","messages":[{"role":"user","content":"hi"}],"max_tokens":10}""", Server.LastRequest.Json);
        Assert.Equal(5000, raw.MaxOutputTokenCount);
    }

    [Fact]
    public async Task Raw_json_object_is_copied_and_cannot_turn_streaming_on()
    {
        var raw = new JsonObject { ["chat_template_kwargs"] = new JsonObject { ["enable_thinking"] = false }, ["stream"] = true };

        var sent = await SentAsync(new() { RawRepresentationFactory = _ => raw }, Hi);

        AssertJson("""{"chat_template_kwargs":{"enable_thinking":false},"model":"gpt-test","messages":[{"role":"user","content":"hi"}]}""", sent);
        Assert.Equal(2, raw.Count);
        await Assert.ThrowsAsync<ArgumentException>(() => SentAsync(new() { RawRepresentationFactory = _ => "text" }, Hi));
    }

    [Fact]
    public async Task Callers_messages_are_read_once_and_text_keeps_its_characters()
    {
        var reads = 0;
        IEnumerable<ChatMessage> Once()
        {
            Assert.Equal(1, ++reads);
            yield return new ChatMessage(ChatRole.User, "æøå <b> \"q\" 🌍");
        }

        await Client().GetResponseAsync(Once());

        Assert.Contains("æøå <b> \\\"q\\\" ", Server.LastRequest.Body);
        Assert.Equal("æøå <b> \"q\" 🌍", Server.LastRequest.Json["messages"]![0]!["content"]!.ToString());
    }
}
