using System.Text;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>Requests that nobody means to send: each is answered or clearly refused, recorded, and leaks nothing.</summary>
[Trait("Spec", "CHT-1")]
[Trait("Spec", "RED-1")]
public sealed class BadInputTests : IAsyncDisposable, IAsyncLifetime
{
    private static readonly string s_mail = "jane.roe" + "@" + "contoso.com";
    private readonly TestMicroApp _app = new("limits: { payloadBytes: 4000000 }\n");

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompt_of_a_megabyte_is_redacted_to_its_last_value(bool streams)
    {
        var prompt = string.Concat(Enumerable.Repeat("All quiet on this line of the log. ", 30_000)) + s_mail;
        _app.Model.Answer("Seen by [EMAIL_1].");

        var answer = await AskAsync(streams, new ChatMessage(ChatRole.User, prompt));

        Assert.Equal($"Seen by {s_mail}.", answer.Text);
        var sent = _app.Model.Request.LastText;
        Assert.EndsWith("[EMAIL_1]", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(s_mail, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_above_the_limit_is_refused_with_sizes_and_recorded()
    {
        var error = await Assert.ThrowsAnyAsync<MicroAppException>(() => AskAsync(false, new ChatMessage(ChatRole.User, s_mail + new string('x', 5_000_000))));

        Assert.Contains("payload", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(s_mail, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_app.Model.Requests);
        Assert.Equal("call.refusal", Assert.Single(await _app.ReadAuditAsync()).Entry.Kind);
    }

    [Theory]
    [InlineData(false, "\uD800")]
    [InlineData(true, "\uDC00 and text")]
    [InlineData(false, "in the \uDC00 middle")]
    [InlineData(true, "at the end \uD83D")]
    public async Task Half_a_character_neither_breaks_the_call_nor_hides_a_value(bool streams, string half)
    {
        var answer = await AskAsync(streams, new ChatMessage(ChatRole.User, $"{half}{s_mail}{half}"));

        Assert.DoesNotContain(s_mail, _app.Model.Request.LastText, StringComparison.Ordinal);
        Assert.Equal($"{half}{s_mail}{half}", answer.Text);
        await AssertRecordedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Empty_messages_reach_the_model_as_they_are(bool streams)
    {
        _app.Model.Answer("Hello?");

        await AskAsync(streams, new ChatMessage(ChatRole.System, ""), new ChatMessage(ChatRole.User, (string?)null), new ChatMessage(ChatRole.User, []));

        Assert.Equal(3, _app.Model.Request.Messages.Count);
        await AssertRecordedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_message_at_all_is_the_models_business(bool streams)
    {
        _app.Model.Answer("Hello?");

        Assert.Equal("Hello?", (await AskAsync(streams)).Text);
        await AssertRecordedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Empty_answer_is_an_answer(bool streams)
    {
        _app.Model.Answer("");

        var answer = await AskAsync(streams, new ChatMessage(ChatRole.User, "Say nothing."));

        Assert.Equal("", answer.Text);
        Assert.Equal(CallStatus.Completed, answer.GetProvenance().Decision);
    }

    [Theory]
    [InlineData("[EMAIL_1]")]
    [InlineData("EMAIL_1")]
    [InlineData("[email_1]")]
    [InlineData("**[EMAIL\\_1]**")]
    [InlineData("[EMAIL_2]")]
    public async Task Placeholder_that_somebody_typed_is_never_another_conversations_value(string typed)
    {
        await AskAsync(false, "first", new ChatMessage(ChatRole.User, $"Write to {s_mail}."));

        var answer = await AskAsync(false, "second", new ChatMessage(ChatRole.User, $"Who is {typed}?"));

        Assert.DoesNotContain(s_mail, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(s_mail, _app.Model.Requests[^1].LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[EMAIL_1]")]
    [InlineData("EMAIL_1")]
    [InlineData("[email_1]")]
    public async Task Placeholder_that_a_document_holds_does_not_become_the_users_value(string typed)
    {
        _app.Model.Script = r => [new ChatResponseUpdate(ChatRole.Assistant, r.Messages[0].Text)];

        var answer = await AskAsync(true, new ChatMessage(ChatRole.System, $"The document says: {typed}."), new ChatMessage(ChatRole.User, s_mail));

        Assert.Equal($"The document says: {typed}.", answer.Text);
    }

    [Fact]
    public async Task Value_in_the_properties_of_a_tool_keeps_the_call_inside()
    {
        var tool = AIFunctionFactory.Create(() => 1, new AIFunctionFactoryOptions
        {
            Name = "count", AdditionalProperties = new Dictionary<string, object?> { ["owner"] = s_mail },
        });

        var error = await Assert.ThrowsAnyAsync<Exception>(() => _app.Chat.GetResponseAsync("Count.", new ChatOptions { Tools = [tool] }));

        Assert.Contains("'count'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(s_mail, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_app.Model.Requests);
    }

    [Theory]
    [InlineData("objects")]
    [InlineData("numbers")]
    [InlineData("contents")]
    public async Task Lazy_tool_result_is_enumerated_once(string kind)
    {
        var enumerations = 0;
        object result = kind switch { "objects" => Lazy<object>(s_mail), "numbers" => Lazy(7), _ => Lazy<AIContent>(new TextContent(s_mail)) };
        _app.Model.Script = r =>
        {
            foreach (var _ in (System.Collections.IEnumerable)((FunctionResultContent)r.Messages[0].Contents[0]).Result!)
                continue;
            return [new ChatResponseUpdate(ChatRole.Assistant, "ok")];
        };

        await AskAsync(false, new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", result)]));

        Assert.Equal(1, enumerations);

        IEnumerable<T> Lazy<T>(T item)
        {
            enumerations++;
            yield return item;
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    public async Task Link_is_content_that_no_guard_can_read(string mediaType)
    {
        var answer = await AskAsync(false, new ChatMessage(ChatRole.User, [new TextContent("Read this."), new UriContent("https://files.example.net/a", mediaType)]));

        Assert.Equal(1, answer.GetProvenance().Unscannable);
    }

    [Theory]
    [InlineData("CacheCreationInputTokens")]
    [InlineData("cache_creation_input_tokens")]
    public async Task Tokens_that_were_written_to_the_cache_are_counted_apart(string name)
    {
        var usage = new UsageDetails { InputTokenCount = 1000, OutputTokenCount = 10, AdditionalCounts = new() { [name] = 600 } };
        _app.Model.Script = _ => [new ChatResponseUpdate(ChatRole.Assistant, "ok"), new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)])];

        var answer = await AskAsync(true, new ChatMessage(ChatRole.User, "Hi"));

        Assert.Equal((1000, 600), (answer.GetProvenance().Usage.InputTokens, answer.GetProvenance().Usage.CacheWriteTokens));
    }

    private async Task AssertRecordedAsync() =>
        Assert.Equal(["call.intent", "call.outcome"], (await _app.ReadAuditAsync()).Select(r => r.Entry.Kind));

    private Task<ChatResponse> AskAsync(bool streams, params ChatMessage[] messages) => AskAsync(streams, null, messages);

    private async Task<ChatResponse> AskAsync(bool streams, string? conversation, params ChatMessage[] messages)
    {
        var options = conversation is null ? new ChatOptions() : new ChatOptions().InConversation(conversation);
        return streams
            ? await _app.Chat.GetStreamingResponseAsync(messages, options).ToChatResponseAsync()
            : await _app.Chat.GetResponseAsync(messages, options);
    }
}
