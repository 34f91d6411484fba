using System.Diagnostics.CodeAnalysis;

namespace MicroApps;

/// <summary>The options of a model, checked and completed.</summary>
internal sealed record ModelSettings
{
    private const string AzurePath = "/openai/v1";

    public required OpenAIFlavour Flavour { get; init; }
    public required Uri Endpoint { get; init; }
    public required string Model { get; init; }
    public required string Provider { get; init; }
    public required Func<string?> ApiKey { get; init; }
    public required TimeSpan Timeout { get; init; }
    public required int MaxRetries { get; init; }
    public required TimeSpan MaxRetryDelay { get; init; }
    public required string OutputLimit { get; init; }
    public required bool StreamUsage { get; init; }
    public required HttpMessageHandler? HttpHandler { get; init; }
    public required TimeProvider TimeProvider { get; init; }

    public static ModelSettings From(OpenAIModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(Enum.IsDefined(options.Flavour), nameof(options.Flavour), $"is {(int)options.Flavour}, which is no flavour; use OpenAI, AzureOpenAI or Compatible");
        Require(!string.IsNullOrWhiteSpace(options.Model), nameof(options.Model), "is empty; name the model (Azure OpenAI: the deployment)");
        Require(options.ApiKey is not null, nameof(options.ApiKey), "is null; set a function (one that returns null if the server needs no key)");
        Require(options.TimeProvider is not null, nameof(options.TimeProvider), "is null; use TimeProvider.System");
        Require(options.Timeout > TimeSpan.Zero && options.Timeout <= TimeSpan.FromDays(1), nameof(options.Timeout), "must be above zero and at most one day");
        Require(options.MaxRetries is >= 0 and <= 10, nameof(options.MaxRetries), $"is {options.MaxRetries}; use 0 to 10");
        Require(options.MaxRetryDelay >= TimeSpan.Zero && options.MaxRetryDelay <= TimeSpan.FromHours(1), nameof(options.MaxRetryDelay), "must be zero to one hour");
        Require(options.ProviderName is null || options.ProviderName.Trim().Length > 0, nameof(options.ProviderName), "is blank; name the provider or leave it null");
        return new ModelSettings
        {
            Flavour = options.Flavour,
            Endpoint = Address(options),
            Model = options.Model.Trim(),
            Provider = options.ProviderName ?? DefaultProvider(options.Flavour),
            ApiKey = options.ApiKey,
            Timeout = options.Timeout,
            MaxRetries = options.MaxRetries,
            MaxRetryDelay = options.MaxRetryDelay,
            OutputLimit = Limit(options) is OutputLimitField.MaxTokens ? "max_tokens" : "max_completion_tokens",
            StreamUsage = options.StreamUsage,
            HttpHandler = options.HttpHandler,
            TimeProvider = options.TimeProvider,
        };
    }

    private static string DefaultProvider(OpenAIFlavour flavour) => flavour switch
    {
        OpenAIFlavour.OpenAI => "openai",
        OpenAIFlavour.AzureOpenAI => "azure.ai.openai",
        _ => "openai-compatible",
    };

    private static OutputLimitField Limit(OpenAIModelOptions options) => options.OutputLimitField
        ?? (options.Flavour is OpenAIFlavour.Compatible ? OutputLimitField.MaxTokens : OutputLimitField.MaxCompletionTokens);

    private static Uri Address(OpenAIModelOptions options)
    {
        const string name = nameof(options.Endpoint);
        if (options.Endpoint is null && options.Flavour is OpenAIFlavour.OpenAI)
#pragma warning disable MAPP2001 // The address of the flavour; clients of the SDK are governed.
            return new Uri("https://api.openai.com/v1");
#pragma warning restore MAPP2001
        Require(options.Endpoint is not null, name, options.Flavour is OpenAIFlavour.AzureOpenAI
            ? "is missing; use the resource's address, https://{resource}.openai.azure.com/"
            : "is missing; use the server's base address with its version, such as http://localhost:11434/v1");
        var uri = options.Endpoint;
        Require(uri.IsAbsoluteUri && uri.Scheme is "https" or "http", name, "is no absolute https:// address");
        Require(uri.Scheme is "https" || uri.IsLoopback || options.AllowHttp, name,
            "uses plain http to another machine; use https, or set AllowHttp if the network itself encrypts");
        Require(uri.UserInfo.Length == 0, name, "holds a user name or password; give the secret through ApiKey");
        Require(uri.Query.Length == 0 && uri.Fragment.Length == 0, name, "has a query or fragment; leave only scheme, host and path");
        var path = uri.AbsolutePath.TrimEnd('/');
        if (options.Flavour is not OpenAIFlavour.AzureOpenAI)
            return new Uri(uri, path.Length == 0 ? "/" : path);
        Require(path is "" or "/openai" or AzurePath, name, $"has a path other than {AzurePath}; give the resource's address alone and name the deployment in Model");
        return new Uri(uri, AzurePath);
    }

    private static void Require([DoesNotReturnIf(false)] bool holds, string setting, string problem, string argument = "options")
    {
        if (!holds)
            throw new ArgumentException($"{nameof(OpenAIModelOptions)}.{setting} {problem}.", argument);
    }
}
