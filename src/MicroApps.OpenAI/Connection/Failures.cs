using System.ClientModel;
using System.Net.Http;
using System.Text.Json;

namespace MicroApps;

/// <summary>Turns what went wrong into an exception that says what to do and cannot hold content.</summary>
internal sealed class Failures(ModelSettings settings)
{
    private string Who => $"{settings.Provider} ({settings.Endpoint.Authority})";

    public ModelProviderException Answered(int status, string? code, TimeSpan? retryAfter, string model)
    {
        var transient = code is not KnownErrorCodes.OutOfQuota && status is (408 or 409 or 425 or 429 or >= 500) and not (501 or 505);
        var wait = retryAfter is { } time ? $" The server asks to wait {time.TotalSeconds:0.###} s." : "";
        return new ModelProviderException(settings.Provider, $"{Who} answered {status}{(code is null ? "" : $" ({code})")}: {Advice(status, code, model)}{wait}")
        {
            Status = status,
            Code = code,
            RetryAfter = retryAfter,
            IsTransient = transient,
            IsRetryable = transient,
        };
    }

    /// <summary>The exception to throw instead of one from the connection; null when it must go on unchanged.</summary>
    public Exception? Translate(Exception exception, CancellationToken cancellationToken)
    {
        if (exception is AggregateException { InnerExceptions: [.., var last] })
            return Translate(last, cancellationToken);
        var cause = exception is ClientResultException { Status: 0, InnerException: { } inner } ? inner : exception;
        if (cause is not (OperationCanceledException or HttpRequestException or IOException or JsonException or ClientResultException))
            return null;
        if (cancellationToken.IsCancellationRequested)
            return exception is OperationCanceledException ? null : new OperationCanceledException(cancellationToken);
        return cause switch
        {
            OperationCanceledException => TimedOut(),
            HttpRequestException request => Unreachable(request),
            IOException => BrokeOff(cause),
            JsonException => NoJson(),
            _ => Broken("failed in a way that the client does not know", transient: false),
        };
    }

    /// <summary>Reads a whole answer; throws when it is not JSON or reports an error under a status of success.</summary>
    public JsonElement Read(BinaryData answer)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(answer.ToMemory().Span);
        }
        catch (JsonException)
        {
            throw NoJson();
        }

        return json.Property("error") is null ? json : throw Reported(KnownErrorCodes.In(json));
    }

    public ModelProviderException BrokeOff(Exception? cause = null) =>
        Broken("broke off the answer before its end. What has arrived is incomplete: send the request again", transient: true, cause);

    private ModelProviderException NoJson() => Broken(
        $"answered with something that is not the JSON of this API. Check {Setting(nameof(OpenAIModelOptions.Endpoint))}: it must be the API's base address, not a web page or proxy",
        transient: false);

    public ModelProviderException NoAnswer(string missing) =>
        Broken($"answered without {missing}. The server does not speak this API fully; check its version and {Setting(nameof(OpenAIModelOptions.Endpoint))}", transient: false);

    public ModelProviderException Reported(string? code) => new(settings.Provider,
        $"{Who} reported an error{(code is null ? "" : $" ({code})")} instead of an answer or inside it. What has arrived is incomplete: send the request again")
    {
        Code = code,
        IsTransient = code is not (KnownErrorCodes.OutOfQuota or KnownErrorCodes.Filtered or KnownErrorCodes.TooLong),
    };

    private ModelProviderException TimedOut() => Broken(
        $"did not answer within {settings.Timeout.TotalSeconds:0.###} s. Try again, ask for a shorter answer, or raise {Setting(nameof(OpenAIModelOptions.Timeout))}", transient: true);

    private ModelProviderException Unreachable(HttpRequestException exception)
    {
        var (problem, transient) = exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => ("is unknown: its name cannot be resolved. Check the host in " + Setting(nameof(OpenAIModelOptions.Endpoint)) + " and the DNS", true),
            HttpRequestError.SecureConnectionError => ("offers no trusted TLS connection. Check its certificate, its host name and this machine's root certificates", false),
            HttpRequestError.ProxyTunnelError => ("cannot be reached through the proxy. Check the proxy's settings and its rules", false),
            HttpRequestError.ConnectionError => ("cannot be reached. Check that the server runs and that firewall and " + Setting(nameof(OpenAIModelOptions.Endpoint)) + " are right", true),
            _ => ("closed the connection without an answer. Try again; if it stays, check the server's log", true),
        };
        return new ModelProviderException(settings.Provider, $"{Who} {problem}.", exception) { IsTransient = transient, IsRetryable = transient };
    }

    private ModelProviderException Broken(string problem, bool transient, Exception? cause = null) =>
        new(settings.Provider, $"{Who} {problem}.", cause) { IsTransient = transient };

    private static string Advice(int status, string? code, string model) => (status, code) switch
    {
        (_, KnownErrorCodes.OutOfQuota) => "the account has no quota or credit left. Raise it with the provider; waiting does not help.",
        (_, KnownErrorCodes.TooLong) => $"the conversation is longer than model '{model}' accepts. Shorten it or use a model with a larger context.",
        (_, KnownErrorCodes.Filtered) => "the provider's content filter refused the request. Change the request; sending it again does not help.",
        (401, _) => $"the key was rejected. Check {Setting(nameof(OpenAIModelOptions.ApiKey))}: expired, rotated or of another account.",
        (403, _) => $"the key may not do this. Give it access to model '{model}', or check network and region rules of the account ({Setting(nameof(OpenAIModelOptions.ApiKey))}).",
        (404, _) => $"there is no model or deployment '{model}' at this address. Check {Setting(nameof(OpenAIModelOptions.Model))} and the path of {Setting(nameof(OpenAIModelOptions.Endpoint))}.",
        (408 or 504, _) => "the server ran out of time. Try again or ask for a shorter answer.",
        (409, _) => "the request met another one. Try again.",
        (413, _) => "the request is too large. Shorten the conversation or its attachments.",
        (429, _) => "too many requests or tokens in a short time. Wait, then try again.",
        ( >= 300 and < 400, _) => $"the address has moved. Set {Setting(nameof(OpenAIModelOptions.Endpoint))} to the new one; redirects are not followed, so that prompts stay with the approved host.",
        ( >= 500, _) => "the server has a problem of its own. Try again later.",
        _ => $"the server does not accept the request. Check that model '{model}' supports the options, tools and content types in use.",
    };

    private static string Setting(string name) => $"{nameof(OpenAIModelOptions)}.{name}";
}
