using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace QuickStart;

/// <summary>The server that the command line names, if it names one.</summary>
internal sealed record RealServer(Uri? Endpoint, string? Model)
{
    public bool IsGiven => Endpoint is not null;

    public static RealServer Read(IConfiguration configuration)
    {
        var (endpoint, model) = (configuration["endpoint"], configuration["model"]);
        if (endpoint is null && model is null)
            return new RealServer(null, null);
        if (model is null || !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri))
            throw new ArgumentException("Give both: --endpoint URL (such as http://localhost:11434/v1) and --model NAME.");
        return new RealServer(uri, model);
    }

    // Outside the sandbox the app needs its keys from the outside too: MICROAPP_KEYS, and OPENAI_API_KEY if the server wants one.
    public void Apply(MicroAppOptions options)
    {
        if (!IsGiven)
            return;
        options.Environment = AppEnvironment.Staging;
        options.Quota.CeilingInputUsdPerMillion ??= 5;
        options.Quota.CeilingOutputUsdPerMillion ??= 15;
    }

    public IChatClient CreateClient() => new OpenAIChatClient(new OpenAIModelOptions
    {
        Flavour = OpenAIFlavour.Compatible,
        Endpoint = Endpoint,
        Model = Model!,
        ProviderName = "openai-compatible",
        ApiKey = () => Environment.GetEnvironmentVariable("OPENAI_API_KEY"),
        AllowHttp = Endpoint!.IsLoopback,
    });
}
