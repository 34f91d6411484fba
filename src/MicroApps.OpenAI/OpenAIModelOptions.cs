namespace MicroApps;

/// <summary>Where a model is, which one it is and how patient to be with it. Copied when a client is made: later changes have no effect.</summary>
public sealed class OpenAIModelOptions
{
    /// <summary>The kind of server.</summary>
    public OpenAIFlavour Flavour { get; set; } = OpenAIFlavour.OpenAI;

    /// <summary>
    /// The API's base address: optional for <see cref="OpenAIFlavour.OpenAI"/>; for <see cref="OpenAIFlavour.AzureOpenAI"/> the resource
    /// (<c>https://{resource}.openai.azure.com/</c>); for <see cref="OpenAIFlavour.Compatible"/> the address up to and with the version (<c>…/v1</c>).
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's id (Azure OpenAI: the deployment's name), used unless a call names another.</summary>
    public string Model { get; set; } = "";

    /// <summary>
    /// Gives the API key. Asked before every request and every retry, so a rotated key is used at once; must be quick and safe to call from
    /// several threads. Null or empty means no key, which only a compatible server may accept.
    /// </summary>
    public Func<string?> ApiKey { get; set; } = static () => null;

    /// <summary>How long to wait for a whole answer, or, when it streams, for its first byte and then for each next one. Above zero; default 100 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How often a request is sent again after a failure that passes (connection, 408, 409, 429, 5xx), 0 to 10; default 2. A timeout is not
    /// retried, nor is anything once a streamed answer has begun.
    /// </summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The longest pause before a retry; a server that asks for more makes the call fail at once, with the time it asked for. Default 30 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The provider's name in metadata and messages; default <c>openai</c>, <c>azure.ai.openai</c> or <c>openai-compatible</c>.</summary>
    public string? ProviderName { get; set; }

    /// <summary>The field for the cap on output tokens; default <c>max_tokens</c> for compatible servers, else <c>max_completion_tokens</c>.</summary>
    public OutputLimitField? OutputLimitField { get; set; }

    /// <summary>Whether a stream is asked to report its token usage at the end; turn off only for a server that rejects <c>stream_options</c>. Default true.</summary>
    public bool StreamUsage { get; set; } = true;

    /// <summary>Whether a plain <c>http://</c> endpoint other than this machine is accepted: prompts and keys then travel unencrypted. Default false.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Sends the requests instead of the shared connection pool (a proxy, an egress guard, a test); stays the caller's to dispose.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Times the pauses between retries.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
