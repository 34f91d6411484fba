using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "CHT-1")]
public sealed class ChatStreamTests : ModelTest
{
    private static readonly string[] Hello = [.. FakeOpenAIServer.Chunks(new FakeAnswer("Hello, wonderful world"))];

    [Fact]
    public async Task Updates_carry_ids_role_raw_json_and_one_finish_reason()
    {
        var updates = await Client().GetStreamingResponseAsync("hi").ToListAsync();

        Assert.All(updates, update =>
        {
            Assert.Equal(("chatcmpl-1", "chatcmpl-1", "fake-model-2026-01"), (update.ResponseId, update.MessageId, update.ModelId));
            Assert.Equal(ChatRole.Assistant, update.Role);
            Assert.NotNull(update.RawRepresentation);
        });
        Assert.Single(updates, update => update.FinishReason is not null);
        Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents));
    }

    [Fact]
    public async Task Text_arrives_piece_by_piece_while_the_server_still_writes()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Hang, Hello[..3]));
        await using var updates = Client().GetStreamingResponseAsync("hi").GetAsyncEnumerator();

        var text = "";
        while (text.Length < 6 && await updates.MoveNextAsync())
            text += updates.Current.Text;

        Assert.Equal("Hello,", text);
    }

    [Fact]
    public async Task Usage_repeated_in_every_chunk_is_counted_once()
    {
        const string chunk = """{"id":"r","choices":[{"index":0,"delta":{"content":"x"},"finish_reason":REASON}],"usage":{"prompt_tokens":5,"completion_tokens":COUNT,"total_tokens":9}}""";
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, chunk.Replace("REASON", "null").Replace("COUNT", "1"), chunk.Replace("REASON", "\"stop\"").Replace("COUNT", "2"), "[DONE]"));

        var response = await AskAsync(Client(), streaming: true);

        Assert.Equal((5, 2), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal("xx", response.Text);
    }

    [Fact]
    public async Task Stream_that_is_reset_is_an_error_after_what_had_arrived()
    {
        var read = new TaskCompletionSource();
        Server.Enqueue(FakeReplies.Cut(read.Task, Hello[..4]));
        var text = "";

        var failure = await Assert.ThrowsAsync<ModelProviderException>(async () =>
        {
            await foreach (var update in Client().GetStreamingResponseAsync("hi"))
                if ((text += update.Text).Length == 9)
                    read.SetResult();
        });

        Assert.Equal("Hello, wo", text);
        Assert.True(failure.IsTransient);
        Assert.Contains("broke off", failure.Message);
    }

    [Fact]
    public async Task Stream_that_closes_early_is_an_error()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, Hello[..4]));

        var failure = await FailAsync();

        Assert.True(failure.IsTransient);
        Assert.Null(failure.Status);
        Assert.Contains("broke off", failure.Message);
    }

    [Fact]
    public async Task Stream_that_closes_before_anything_is_an_error()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close));

        Assert.Contains("broke off", (await FailAsync()).Message);
    }

    [Fact]
    public async Task Stream_with_a_finish_reason_needs_no_done_mark()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, Hello));

        var response = await AskAsync(Client(), streaming: true);

        Assert.Equal("Hello, wonderful world", response.Text);
        Assert.Equal(7, response.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task Stream_without_any_answer_is_an_error()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, """{"id":"","choices":[],"prompt_filter_results":[]}""", "[DONE]"));

        Assert.Contains("without any choice", (await FailAsync()).Message);
    }

    [Theory]
    [InlineData("{\"choices\":[{\"delta\":{\"content\":\"Anna")]
    [InlineData("<html>Anna</html>")]
    public async Task Chunk_that_is_no_json_is_an_error_that_does_not_quote_it(string garbage)
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, Hello[0], garbage, "[DONE]"));

        var failure = await FailAsync();

        Assert.Contains("not the JSON", failure.Message);
        Assert.DoesNotContain("Anna", failure.ToString());
    }

    [Fact]
    public async Task Error_inside_a_stream_is_an_error_that_names_only_its_code()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, Hello[0], Hello[1], """{"error":{"message":"prompt of Anna failed","type":"server_error","code":null}}""", "[DONE]"));

        var failure = await FailAsync();

        Assert.Equal("server_error", failure.Code);
        Assert.True(failure.IsTransient);
        Assert.DoesNotContain("Anna", failure.ToString());
    }

    [Fact]
    public async Task Comments_and_odd_line_ends_are_understood()
    {
        var stream = string.Concat(": PROCESSING\r\n\r\n", string.Join("\r\n\r\n", Hello.Select(chunk => $"event: message\r\nid: 1\r\ndata:{chunk}")), "\r\n\r\ndata:[DONE]\r\n\r\n");
        Server.Enqueue(FakeReplies.Pieces(FakeEnd.Close, [Encoding.UTF8.GetBytes(stream)]));

        Assert.Equal("Hello, wonderful world", (await AskAsync(Client(), streaming: true)).Text);
    }

    [Fact]
    public async Task Further_choices_do_not_mix_into_the_answer()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, [Hello[0], Hello[1].Replace("\"index\":0", "\"index\":1"), .. Hello[1..], "[DONE]"]));

        Assert.Equal("Hello, wonderful world", (await AskAsync(Client(), streaming: true)).Text);
    }

    [Fact]
    public void Every_split_of_the_bytes_gives_the_same_updates()
    {
        var texts = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)));
        var cases = texts.SelectMany(text => ArbMap.Default.GeneratorFor<NonNegativeInt[]>().Select(cuts => (Text: text + " 🌍é", Cuts: cuts.Select(cut => cut.Get * 37).ToArray())));

        Prop.ForAll(cases.ToArbitrary(), split =>
        {
            var answer = new FakeAnswer(split.Text, new FakeToolCall("c1", "f", "{\"a\":\"ø\"}")) { PieceLength = 64 };
            var bytes = Encoding.UTF8.GetBytes(string.Concat(FakeOpenAIServer.Chunks(answer).Append("[DONE]").Select(chunk => $"data: {chunk}\n\n")));
            Assert.Equal(Updates([bytes]), Updates(Split(bytes, split.Cuts)));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<byte[]> Split(byte[] bytes, int[] cuts)
    {
        var places = cuts.Select(cut => cut % bytes.Length).Append(0).Append(bytes.Length).Distinct().Order().ToArray();
        return places.Zip(places.Skip(1), (start, end) => bytes[start..end]);
    }

    private List<string> Updates(IEnumerable<byte[]> pieces)
    {
        Server.Enqueue(FakeReplies.Pieces(FakeEnd.Close, pieces));
        return [.. Client().GetStreamingResponseAsync("hi").ToBlockingEnumerable().Select(update => $"{update.Text}|{update.FinishReason}|{string.Join(',', update.Contents.Select(content => content.GetType().Name))}|{update.RawRepresentation}")];
    }

    private Task<ModelProviderException> FailAsync() => Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Client(), streaming: true));
}
