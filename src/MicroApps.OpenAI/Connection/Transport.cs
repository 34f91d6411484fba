using System.ClientModel.Primitives;
using System.Diagnostics;

namespace MicroApps;

/// <summary>The connections to model servers: one pool for the process, or the caller's own handler.</summary>
internal static class Transport
{
    private static readonly HttpClient Shared = Client(new SocketsHttpHandler
    {
        // A redirect would carry the prompt, and Azure's key header, to a host that nobody approved.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Baggage may hold user data; the provider gets the request and nothing else.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // An abandoned stream is closed almost at once, so the server stops generating; a finished one is still reused.
        MaxResponseDrainSize = 4096,
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
    });

    public static PipelineTransport For(HttpMessageHandler? handler) =>
        new HttpClientPipelineTransport(handler is null ? Shared : Client(handler), enableLogging: false, loggerFactory: null);

    // The pipeline times the requests; HttpClient's own limit would cut long streams.
    private static HttpClient Client(HttpMessageHandler handler) =>
        new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
}
