using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

public sealed class RetryTests : ModelTest
{
    private static readonly FakeReply Busy = FakeReplies.Json("{}", 503);
    private readonly ImmediateTime _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Passing_failures_are_retried_until_the_answer(bool streaming)
    {
        Server.Enqueue(Busy, FakeReplies.Json("{}", 429));

        Assert.Equal("echo: hello", (await AskAsync(Retrying(), streaming)).Text);
        Assert.Equal(3, Server.Requests.Count);
        Assert.Equal(Server.Requests[0].Body, Server.Requests[2].Body);
    }

    [Fact]
    public async Task Pauses_grow_and_keep_a_random_part()
    {
        Server.Enqueue(Busy, Busy, Busy);

        await AskAsync(Retrying(retries: 3), streaming: false);

        Assert.Collection(_time.Waits,
            wait => Assert.InRange(wait.TotalSeconds, 0.5, 0.625), wait => Assert.InRange(wait.TotalSeconds, 1, 1.25), wait => Assert.InRange(wait.TotalSeconds, 2, 2.5));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task Retries_end_after_their_number(int retries, int requests)
    {
        Server.Enqueue(Busy, Busy, Busy, Busy);

        await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Retrying(retries), streaming: true));

        Assert.Equal(requests, Server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task Lasting_failures_are_not_retried(int status)
    {
        Server.Enqueue(FakeReplies.Json("{}", status));

        await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Retrying(), streaming: false));

        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Account_without_quota_is_not_retried_though_it_answers_429()
    {
        Server.Enqueue(FakeReplies.Json("""{"error":{"message":"x","code":"insufficient_quota"}}""", 429));

        var failure = await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Retrying(), streaming: true));

        Assert.False(failure.IsTransient);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "Fri, 01 May 2026 12:00:20 GMT", 20)]
    [InlineData("Retry-After", "Fri, 01 May 2026 11:00:00 GMT", 0)]
    [InlineData("retry-after-ms", "250", 0.25)]
    [InlineData("Retry-After", "-3", 0)]
    public async Task Server_says_how_long_to_wait(string header, string value, double seconds)
    {
        Server.Enqueue(FakeReplies.Json("{}", 429, (header, value)));

        await AskAsync(Retrying(), streaming: false);

        // A wait of zero needs no timer.
        Assert.Equal(seconds == 0 ? [] : [TimeSpan.FromSeconds(seconds)], _time.Waits);
        Assert.Equal(2, Server.Requests.Count);
    }

    [Theory]
    [InlineData("3600", 3600.0)]
    [InlineData("1e300", 365 * 86400.0)]
    public async Task Wait_beyond_the_cap_fails_at_once_with_the_time_asked_for(string value, double seconds)
    {
        Server.Enqueue(FakeReplies.Json("{}", 429, ("Retry-After", value)));

        var failure = await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Retrying(), streaming: false));

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.Empty(_time.Waits);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_reset_before_an_answer_is_retried(bool streaming)
    {
        Server.Enqueue(FakeReplies.Reset);

        Assert.Equal("echo: hello", (await AskAsync(Retrying(), streaming)).Text);
    }

    [Fact]
    public async Task Begun_stream_is_never_retried()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Close, [.. FakeOpenAIServer.Chunks(new FakeAnswer("Hello")).Take(2)]));

        await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Retrying(), streaming: true));

        Assert.Single(Server.Requests);
    }

    [Fact]
    [Trait("Spec", "ACC-3")]
    public async Task Retry_uses_the_key_of_its_moment()
    {
        var keys = new Queue<string>([string.Concat("first", "-key"), string.Concat("second", "-key")]);
        Server.Enqueue(Busy);

        await AskAsync(Client(change: options => (options.MaxRetries, options.TimeProvider, options.ApiKey) = (1, _time, keys.Dequeue)), streaming: false);

        Assert.Equal(["Bearer first-key", "Bearer second-key"], Server.Requests.Select(request => request.Header("Authorization")));
    }

    private OpenAIChatClient Retrying(int retries = 2) => Client(change: options => (options.MaxRetries, options.TimeProvider) = (retries, _time));
}
