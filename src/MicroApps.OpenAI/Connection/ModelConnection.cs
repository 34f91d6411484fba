using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace MicroApps;

/// <summary>Sends a request through one operation of the official client; retries what passes, translates what fails.</summary>
internal sealed class ModelConnection(ModelSettings settings)
{
    private const int LargestErrorBody = 64 * 1024;

    /// <summary>An operation of the official client.</summary>
    public delegate Task<ClientResult> Operation(BinaryContent content, RequestOptions options);

    public Failures Failures { get; } = new(settings);

    /// <summary>What the official client holds as the key: never sent, <see cref="ApiKeyPolicy"/> replaces it.</summary>
    public static ApiKeyCredential NoCredential { get; } = new("unset");

    public OpenAIClientOptions CreateClientOptions()
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            NetworkTimeout = settings.Timeout,
            Transport = Transport.For(settings.HttpHandler),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
        };
        options.AddPolicy(new ApiKeyPolicy(settings), PipelinePosition.BeforeTransport);
        return options;
    }

    /// <summary>Sends the body and returns the successful response; when it streams, its content is still to be read and the caller closes it.</summary>
    public async Task<PipelineResponse> SendAsync(Operation operation, BinaryData body, string model, bool stream, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await SendOnceAsync(operation, body, model, stream, cancellationToken).ConfigureAwait(false);
            }
            catch (ModelProviderException failure) when (failure.IsRetryable && retry < settings.MaxRetries && Pause(failure, retry) <= settings.MaxRetryDelay)
            {
                await Task.Delay(Pause(failure, retry), settings.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<PipelineResponse> SendOnceAsync(Operation operation, BinaryData body, string model, bool stream, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = new RequestOptions { BufferResponse = !stream, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken };
        try
        {
            using var content = BinaryContent.Create(body);
            var response = (await operation(content, options).ConfigureAwait(false)).GetRawResponse();
            if (response.Status is >= 200 and < 300)
                return response;
            using (response)
            {
                var code = await ReadCodeAsync(response, cancellationToken).ConfigureAwait(false);
                throw Failures.Answered(response.Status, code, RetryAfter.Read(response.Headers, settings.TimeProvider), model);
            }
        }
        catch (Exception exception) when (Failures.Translate(exception, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    // The status is what matters: an error body that cannot be read only costs the code.
    private static async Task<string?> ReadCodeAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        if (response.ContentStream is not { } stream)
            return null;
        var buffer = new byte[LargestErrorBody];
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return KnownErrorCodes.In(buffer.AsSpan(0, length));
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // Half a second, doubled each time; without a random part, clients that failed together would come back together.
    private TimeSpan Pause(ModelProviderException failure, int retry)
    {
        if (failure.RetryAfter is { } asked)
            return asked;
        var seconds = 0.5 * Math.Pow(2, retry) * (1 + Random.Shared.NextDouble() / 4);
        return TimeSpan.FromSeconds(Math.Min(seconds, settings.MaxRetryDelay.TotalSeconds));
    }
}
