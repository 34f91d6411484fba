using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

public sealed class ConnectionTests : ModelTest
{
    [Fact]
    public async Task Refused_connection_says_to_check_server_and_endpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://{listener.LocalEndpoint}/v1");
        listener.Stop();

        var failure = await FailAsync(Client(change: options => options.Endpoint = endpoint), streaming: true);

        Assert.True(failure.IsTransient);
        Assert.Contains("cannot be reached", failure.Message);
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Fact]
    public async Task Server_without_tls_says_so()
    {
        var failure = await FailAsync(Client(change: options => options.Endpoint = new Uri($"https://{Server.Address.Authority}/v1")), streaming: false);

        Assert.False(failure.IsTransient);
        Assert.Contains("TLS", failure.Message);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "DNS", true)]
    [InlineData(HttpRequestError.ProxyTunnelError, "proxy", false)]
    [InlineData(HttpRequestError.ResponseEnded, "closed the connection", true)]
    public async Task Connection_errors_give_advice(HttpRequestError error, string advice, bool transient)
    {
        var failure = await FailAsync(Client(change: options => options.HttpHandler = new Throwing(new HttpRequestException(error))), streaming: false);

        Assert.Contains(advice, failure.Message);
        Assert.Equal(transient, failure.IsTransient);
    }

    [Fact]
    public async Task Exception_of_the_callers_handler_goes_through_unchanged()
    {
        var denial = new InvalidOperationException("egress denied");

        Assert.Same(denial, await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(Client(change: options => options.HttpHandler = new Throwing(denial)), streaming: true)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Silent_server_times_out_and_is_not_asked_again(bool streaming)
    {
        var silent = new Silent();

        var failure = await FailAsync(Client(change: options => (options.Timeout, options.MaxRetries, options.HttpHandler) = (TimeSpan.FromMilliseconds(50), 3, silent)), streaming);

        Assert.Contains("did not answer within 0.05 s", failure.Message);
        Assert.True(failure.IsTransient);
        Assert.Equal(1, silent.Requests);
    }

    [Fact]
    public async Task Stream_that_falls_silent_times_out()
    {
        Server.Enqueue(FakeReplies.Events(FakeEnd.Hang, [.. FakeOpenAIServer.Chunks(new FakeAnswer("Hello")).Take(2)]));

        var failure = await FailAsync(Client(change: options => options.Timeout = TimeSpan.FromMilliseconds(500)), streaming: true);

        Assert.Contains("did not answer within", failure.Message);
    }

    private static Task<ModelProviderException> FailAsync(IChatClient client, bool streaming) =>
        Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(client, streaming));

    private sealed class Silent : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new HttpResponseMessage();
        }
    }

    private sealed class Throwing(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw exception;
    }
}
