using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MicroApps;

/// <summary>Makes the governed clients of the models that the manifest declares.</summary>
internal static class ModelClients
{
    public static IChatClient CreateChatClient(IServiceProvider services, string? modelId)
    {
        var app = services.GetRequiredService<MicroApp>();
        var model = FindModel(app, ModelUse.Chat, modelId);
        var client = Provider(services, app.Environment == AppEnvironment.Sandbox ? SandboxModelProvider.ProviderName : model.Provider, model)
            .CreateChatClient(app.Environment == AppEnvironment.Sandbox ? SandboxModelProvider.StandFor(model) : model, services.GetRequiredService<SecretSource>());
        return client.Govern(app).InvokeTools();
    }

    private static ManifestModel FindModel(MicroApp app, ModelUse use, string? modelId)
    {
        var models = app.Manifest.Models.Where(m => m.Uses.Contains(use)).ToList();
        var kind = use.ToString().ToLowerInvariant();
        if (models.Count == 0)
            throw new MicroAppStartException($"microapp.yaml declares no model for {kind}. Add one under 'models' with 'use: [{kind}]'.");
        if (modelId is null)
            return models[0];
        return models.Find(m => string.Equals(m.Id, modelId, StringComparison.Ordinal)) ?? throw new MicroAppStartException(
            $"microapp.yaml declares no model '{SafeText.Name(modelId)}' for {kind}. Declared are {string.Join(", ", models.Select(m => m.Id))}.");
    }

    private static ModelProvider Provider(IServiceProvider services, string name, ManifestModel model)
    {
        var providers = services.GetServices<ModelProvider>().ToList();
        return providers.Find(p => p.Names.Contains(name, StringComparer.Ordinal)) ?? throw new MicroAppStartException(
            $"Nothing here serves the provider '{name}' of the model '{model.Id}'. Known are {string.Join(", ", providers.SelectMany(p => p.Names).Order(StringComparer.Ordinal))}. Change 'provider' in microapp.yaml, or register a client of your own with services.AddGovernedChatClient(services => client).");
    }
}
