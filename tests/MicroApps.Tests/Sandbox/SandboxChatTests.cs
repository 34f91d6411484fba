using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxChatTests
{
    private static readonly string[] s_prompts =
    [
        "Hello!", "Summarise this note in two bullets:\n\n" + SandboxAsk.Note, "Extract all dates: " + SandboxAsk.Note, "Translate to French: It is late.",
        "Write a polite reply to this complaint:\n\n" + SandboxAsk.Note, "Résume ce texte en une phrase : 🎉🎉 Le magasin a vendu 300 manteaux. 👩‍🚀 La livraison est retardée.", "总结：今天的会议讨论了三个问题。第一，销售额增长了。",
    ];

    public static TheoryData<string> Prompts => [.. s_prompts];

    [Fact]
    public void GetService_metadata_names_the_sandbox_and_no_address()
    {
        var metadata = new SandboxChatClient().GetService<ChatClientMetadata>()!;
        Assert.Equal(("sandbox", null, "sandbox-1"), (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId));
    }

    [Fact]
    public void GetService_finds_itself_and_nothing_under_a_key()
    {
        using var client = new SandboxChatClient();
        Assert.Same(client, client.GetService<IChatClient>());
        Assert.Null(client.GetService(typeof(SandboxChatClient), "key"));
        Assert.Null(client.GetService(typeof(string)));
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task GetResponse_same_request_same_answer(string prompt)
    {
        var one = await SandboxAsk.ResponseAsync(prompt);
        var other = await SandboxAsk.ResponseAsync(prompt);
        Assert.Equal((one.Text, one.ResponseId, one.Messages[0].MessageId), (other.Text, other.ResponseId, other.Messages[0].MessageId));
        Assert.Equal("sandbox-1", one.ModelId);
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task Streaming_gives_the_same_text_in_several_whole_chunks(string prompt)
    {
        var whole = await SandboxAsk.ResponseAsync(prompt);
        var updates = await Collect(prompt, null);
        var joined = updates.ToChatResponse();
        Assert.Equal((whole.Text, whole.FinishReason, whole.ResponseId), (joined.Text, joined.FinishReason, joined.ResponseId));
        Assert.Equal(whole.Usage!.TotalTokenCount, joined.Usage!.TotalTokenCount);
        Assert.True(updates.Count > 3);
        Assert.All(updates, update => Assert.False(update.Text is [.., var last] && char.IsHighSurrogate(last)));
    }

    [Fact]
    public async Task Streaming_every_update_has_role_and_ids_and_the_last_the_usage()
    {
        var updates = await Collect(s_prompts[1], null);
        Assert.All(updates, update => Assert.Equal((ChatRole.Assistant, "sandbox-1", updates[0].ResponseId, updates[0].MessageId), (update.Role, update.ModelId, update.ResponseId, update.MessageId)));
        Assert.All(updates.SkipLast(1), update => Assert.Null(update.FinishReason));
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents));
    }

    [Fact]
    public async Task Streaming_keeps_a_placeholder_in_one_chunk()
    {
        var updates = await Collect(s_prompts[1], null);
        Assert.Contains(updates, update => update.Text.Contains("[PERSON_1]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1), InlineData(7), InlineData(20)]
    public async Task MaxOutputTokens_cuts_both_ways_of_answering_alike(int most)
    {
        var options = new ChatOptions { MaxOutputTokens = most };
        var whole = await SandboxAsk.ResponseAsync(s_prompts[1], null, options);
        var streamed = (await Collect(s_prompts[1], options)).ToChatResponse();
        Assert.Equal(ChatFinishReason.Length, whole.FinishReason);
        Assert.InRange(whole.Usage!.OutputTokenCount!.Value, 1, most);
        Assert.Equal((whole.Text, whole.FinishReason), (streamed.Text, streamed.FinishReason));
        Assert.StartsWith(whole.Text, await SandboxAsk.TextAsync(s_prompts[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopSequences_the_first_in_the_text_ends_it()
    {
        var full = await SandboxAsk.TextAsync("Hello!");
        var cut = await SandboxAsk.ResponseAsync("Hello!", null, new ChatOptions { StopSequences = ["nowhere", "", "tell", "text"] });
        Assert.Equal(full[..full.IndexOf("text", StringComparison.Ordinal)], cut.Text);
        Assert.Equal(ChatFinishReason.Stop, cut.FinishReason);
    }

    [Fact]
    public async Task Usage_is_four_characters_a_token()
    {
        var response = await SandboxAsk.ResponseAsync("12345678", "1234", new ChatOptions { Instructions = "1234" });
        Assert.Equal(4, response.Usage!.InputTokenCount);
        Assert.Equal((response.Text.Length + 3) / 4, response.Usage.OutputTokenCount);
        Assert.Equal(response.Usage.InputTokenCount + response.Usage.OutputTokenCount, response.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task CreatedAt_comes_from_the_time_provider()
    {
        var client = new SandboxChatClient(new FixedTime());
        Assert.Equal(new FixedTime().GetUtcNow(), (await client.GetResponseAsync("Hello!")).CreatedAt);
    }

    [Fact]
    public async Task Cancelled_token_stops_before_an_answer()
    {
        using var client = new SandboxChatClient();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("Hello!", cancellationToken: new(true)));
    }

    [Fact]
    public async Task Cancelling_between_chunks_stops_the_stream()
    {
        using var client = new SandboxChatClient();
        using var source = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("Hello!", cancellationToken: source.Token))
                if (++seen == 2)
                    await source.CancelAsync();
        });
        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task Messages_are_read_once_and_left_alone()
    {
        var reads = 0;
        var message = new ChatMessage(ChatRole.User, "Hello!");
        IEnumerable<ChatMessage> Once()
        {
            reads++;
            yield return message;
        }

        await new SandboxChatClient().GetResponseAsync(Once());
        Assert.Equal((1, "Hello!"), (reads, message.Text));
    }

    [Theory]
    [InlineData("Hello!", null), InlineData("What is the capital of France?", null), InlineData("blorb", null), InlineData("How many vacation days do I have?", SandboxAsk.Handbook)]
    public async Task Free_text_says_that_it_is_the_sandbox(string prompt, string? system) =>
        Assert.EndsWith("(sandbox model)", await SandboxAsk.TextAsync(prompt, system), StringComparison.Ordinal);

    [Fact]
    public async Task Null_messages_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => new SandboxChatClient().GetResponseAsync((IEnumerable<ChatMessage>)null!));
        Assert.Throws<ArgumentNullException>(() => new SandboxChatClient().GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!));
    }

    private static async Task<List<ChatResponseUpdate>> Collect(string prompt, ChatOptions? options)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in new SandboxChatClient().GetStreamingResponseAsync(prompt, options))
            updates.Add(update);
        return updates;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
