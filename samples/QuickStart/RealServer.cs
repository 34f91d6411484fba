using System.Text.Json;
using MicroApps;
using Microsoft.Extensions.Configuration;

namespace QuickStart;

/// <summary>The server that the command line names, if it names one: the sample's manifest, with that server's model in place of its own.</summary>
internal sealed record RealServer(Uri? Endpoint, string? Model)
{
    private const string ModelsLine = "models:";

    public static RealServer Read(IConfiguration configuration)
    {
        var (endpoint, model) = (configuration["endpoint"], configuration["model"]);
        if (endpoint is null && model is null)
            return new RealServer(null, null);
        if (string.IsNullOrWhiteSpace(model) || !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new ArgumentException("Give both: --endpoint URL (such as http://localhost:11434/v1) and --model NAME.");
        return new RealServer(uri, model);
    }

    // Outside the sandbox the app needs its keys from the outside too: MICROAPP_KEYS, and OPENAI_API_KEY if the server wants one.
    public void Apply(MicroAppOptions options)
    {
        if (Endpoint is null)
            return;
        options.ManifestPath = WriteManifest();
        options.Environment = AppEnvironment.Staging;
        options.Quota.CeilingInputUsdPerMillion ??= 5;
        options.Quota.CeilingOutputUsdPerMillion ??= 15;
    }

    private string WriteManifest()
    {
        var own = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "microapp.yaml")).ToList();
        var models = own.IndexOf(ModelsLine);
        var key = Environment.GetEnvironmentVariable("OPENAI_API_KEY") is { Length: > 0 } ? ", keySecret: OPENAI_API_KEY" : "";
        own[models + 1] =
            $"  - {{ id: real-server, provider: openai-compatible, trust: managed, region: eu, endpoint: {Quote(Endpoint!.AbsoluteUri)}, deployment: {Quote(Model!)}, maxOutputTokens: 400{key} }}";
        var path = Path.Combine(AppContext.BaseDirectory, "microapp.real-server.yaml");
        File.WriteAllLines(path, own);
        return path;
    }

    // A JSON string is a YAML string.
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
