using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

public sealed class CancellationTests : ModelTest
{
    private static readonly string[] Begun = [.. FakeOpenAIServer.Chunks(new FakeAnswer("Hello")).Take(2)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_beforehand_nothing_is_sent(bool streaming)
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(streaming, new CancellationToken(canceled: true)));

        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_while_waiting_the_connection_is_closed(bool streaming)
    {
        using var cancel = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        Server.Enqueue((context, request) =>
        {
            arrived.SetResult();
            return FakeReplies.Hang(context, request);
        });

        var call = AskAsync(streaming, cancel.Token);
        await arrived.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Server.Aborted;
    }

    [Fact]
    public async Task Cancelled_inside_a_stream_the_connection_is_closed()
    {
        using var cancel = new CancellationTokenSource();
        Server.Enqueue(FakeReplies.Events(FakeEnd.Hang, Begun));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Client().GetStreamingResponseAsync("hi", cancellationToken: cancel.Token))
                await cancel.CancelAsync();
        });

        await Server.Aborted;
    }

    [Fact]
    public async Task Token_of_the_enumeration_cancels_too()
    {
        using var cancel = new CancellationTokenSource();
        Server.Enqueue(FakeReplies.Events(FakeEnd.Hang, Begun));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Client().GetStreamingResponseAsync("hi").WithCancellation(cancel.Token))
                await cancel.CancelAsync();
        });
    }

    [Fact]
    public async Task Abandoned_stream_closes_its_connection()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Hang, Begun));

        await foreach (var _ in Client().GetStreamingResponseAsync("hi"))
            break;

        await Server.Aborted;
    }

    [Fact]
    public async Task Cancelled_during_the_pause_before_a_retry_ends_at_once()
    {
        using var cancel = new CancellationTokenSource();
        Server.Enqueue(async (context, request) =>
        {
            await FakeReplies.Json("{}", 503, ("Retry-After", "3000"))(context, request);
            context.Response.OnCompleted(cancel.CancelAsync);
        });
        var client = Client(change: options => (options.MaxRetries, options.MaxRetryDelay) = (5, TimeSpan.FromHours(1)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("hi", cancellationToken: cancel.Token));
    }

    private Task<ChatResponse> AskAsync(bool streaming, CancellationToken cancellationToken) => streaming
        ? Client().GetStreamingResponseAsync("hi", cancellationToken: cancellationToken).ToChatResponseAsync(cancellationToken)
        : Client().GetResponseAsync("hi", cancellationToken: cancellationToken);
}
