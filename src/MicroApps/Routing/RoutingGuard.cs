namespace MicroApps;

/// <summary>Only models that the manifest declares are called, and only where the manifest says they are.</summary>
internal sealed class RoutingGuard : Guard
{
    public override string Name => "routing";

    public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken)
    {
        if (call.Surface is not (Surface.Chat or Surface.Embedding))
            return new(Verdict.Continue);

        var use = call.Surface == Surface.Chat ? ModelUse.Chat : ModelUse.Embeddings;
        var models = call.App.Environment == AppEnvironment.Sandbox ? SandboxModels(call, use) : call.App.Manifest.Models.Where(m => m.Uses.Contains(use));
        var declared = Find(models, call.Target.Id);
        if (declared is null)
            return new(Undeclared(call, use));
        if (declared.Endpoint is { } endpoint && call.Target.Endpoint is { } actual && !IsSameServer(endpoint, actual))
            return new(WrongEndpoint(declared, endpoint, actual));

        call.Model = declared;
        return new(Verdict.Continue);
    }

    // In the sandbox the built-in model stands in for whichever model the app will use one day.
    private static IEnumerable<ManifestModel> SandboxModels(GovernedCall call, ModelUse use) =>
        [SandboxModelProvider.Declaration, .. call.App.Manifest.Models.Where(m => m.Uses.Contains(use)).Select(m => SandboxModelProvider.StandFor(m))];

    private static ManifestModel? Find(IEnumerable<ManifestModel> models, string id) =>
        id.Length == 0
            ? models.FirstOrDefault()
            : models.FirstOrDefault(m => string.Equals(m.Id, id, StringComparison.Ordinal))
                ?? models.FirstOrDefault(m => string.Equals(m.Deployment, id, StringComparison.Ordinal));

    private static bool IsSameServer(Uri declared, Uri actual) =>
        string.Equals(declared.Host, actual.Host, StringComparison.OrdinalIgnoreCase) && declared.Port == actual.Port && declared.Scheme == actual.Scheme;

    private static Verdict Undeclared(GovernedCall call, ModelUse use)
    {
        var known = string.Join(", ", call.App.Manifest.Models.Where(m => m.Uses.Contains(use)).Select(m => m.Id));
        return Verdict.Refuse(
            "routing.undeclared-model",
            $"The model '{SafeText.Name(call.Target.Id)}' is not declared for {use.ToString().ToLowerInvariant()} in microapp.yaml.",
            known.Length > 0 ? $"Use one of the declared models ({known}), or add it under 'models'." : "Add it under 'models'.");
    }

    private static Verdict WrongEndpoint(ManifestModel model, Uri declared, Uri actual) => Verdict.Refuse(
        "routing.undeclared-endpoint",
        $"The client connects to '{actual.Authority}', but microapp.yaml declares the model '{model.Id}' at '{declared.Authority}'.",
        "Point the client at the declared endpoint, or change 'endpoint' of the model in microapp.yaml and have it reviewed.");
}
