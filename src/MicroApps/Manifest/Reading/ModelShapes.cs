using static MicroApps.RiskRules;

namespace MicroApps;

/// <summary>The fields of models and prompts.</summary>
internal static class ModelShapes
{
    private static readonly ChoiceKind<ModelTrust> Trust = new(
        "a trust level",
        ("managed", ModelTrust.Managed), ("self-hosted", ModelTrust.SelfHosted), ("public", ModelTrust.Public), ("unvetted", ModelTrust.Unvetted));

    private static readonly ChoiceKind<ModelUse> Use = new("a use of a model", ("chat", ModelUse.Chat), ("embeddings", ModelUse.Embeddings));

    public static readonly Shape<ManifestModel> Model = new Shape<ManifestModel>("a model", v => new()
    {
        Id = v.Get<string>("id"),
        Version = v.Get<string?>("version"),
        Provider = v.Get<string>("provider"),
        Endpoint = v.Get<Uri?>("endpoint"),
        Deployment = v.Get<string?>("deployment"),
        Trust = v.Get<ModelTrust>("trust"),
        Region = v.Get<string?>("region"),
        Uses = v.Get<IReadOnlyList<ModelUse>>("use"),
        KeySecret = v.Get<string?>("keySecret"),
        MaxOutputTokens = v.Get<int?>("maxOutputTokens"),
    })
    {
        Key = ["id"],
        Check = CheckProvider,
    }
        .Must("id", Kinds.ModelName, m => m.Id, "The name by which your code asks for the model.", Any("model"))
        .May("version", Kinds.ModelName, m => m.Version, "The version that was assessed. In quotes when it looks like a number.", Any("model version"))
        .Must("provider", Kinds.Provider, m => m.Provider, "Who serves it: `sandbox`, `openai`, `azure-openai`, `openai-compatible`, `anthropic`, or a name that your app registers.", Any("model provider"))
        .May("endpoint", Kinds.Endpoint, m => m.Endpoint, "Where it is served. Needed for `azure-openai` and `openai-compatible`; others have an address of their own.", Any("model endpoint"))
        .May("deployment", Kinds.ModelName, m => m.Deployment, "The provider's own name for the model, when it differs from `id`.", Any("model"))
        .Must("trust", Trust, m => m.Trust, "How far it is trusted: `managed` (an enterprise platform under contract), `self-hosted`, `public` (a vetted vendor's public API), `unvetted`.", Any("model trust"))
        .May("region", Kinds.Region, m => m.Region, "The region it runs in.", Any("model region"))
        .May("use", new ListKind<ModelUse>(Use, 1), m => m.Uses, "What it is used for: `chat`, `embeddings`.", Any("model use"), ValueList.Of([ModelUse.Chat]))
        .May("keySecret", Kinds.SecretName, m => m.KeySecret, "The name of the secret that holds its key. Never the key itself.")
        .May("maxOutputTokens", new NumberKind(1, 10_000_000), m => m.MaxOutputTokens, "The most tokens that one answer may have.");

    public static readonly Shape<ManifestPrompt> Prompt = new Shape<ManifestPrompt>("a prompt", v => new()
    {
        Id = v.Get<string>("id"),
        File = v.Get<string>("file"),
        Version = v.Get<string?>("version"),
        Digest = v.Get<string?>("digest"),
    })
    {
        Key = ["id"],
        Check = CheckFile,
    }
        .Must("id", Kinds.Slug, p => p.Id, "The prompt's id.", Any("prompt"))
        .Must("file", Kinds.RelativeFile, p => p.File, "The file that holds it, from the manifest's folder on.", Any("prompt"))
        .May("version", Kinds.ModelName, p => p.Version, "The prompt's version, for people. Changes are noticed by the file's digest.", Any("prompt"))
        .May("digest", Kinds.Sha256, p => p.Digest, "Pins the file's content: a file with another digest is an error. Computed when left out.", Any("prompt"));

    private static void CheckProvider(FieldValues model)
    {
        switch (model.Get<string?>("provider"))
        {
            case "sandbox" when model.Has("endpoint"):
                model.Add("endpoint", "the sandbox model is built in and has no endpoint", "Remove the line, or name the real provider");
                break;
            case "sandbox" when model.Has("keySecret"):
                model.Add("keySecret", "the sandbox model is built in and needs no key", "Remove the line, or name the real provider");
                break;
            case "azure-openai" or "openai-compatible" when !model.Has("endpoint"):
                model.Add("endpoint", "this provider has no address of its own", "Add 'endpoint:'. " + Kinds.Endpoint.Mend);
                break;
        }
    }

    private static void CheckFile(FieldValues prompt)
    {
        if (prompt.Get<string?>("file") is not { } file || prompt.Context.Hash is not { } hash) return;
        var actual = hash(file);
        if (actual.Digest is null)
            prompt.Add("file", actual.Problem, actual.Mend);
        else if (prompt.Get<string?>("digest") is { } pinned && pinned != actual.Digest)
            prompt.Add("digest", "the file has another digest", $"Undo the change of the file, or write {actual.Digest}");
        else if (!prompt.Has("digest"))
            prompt.Set("digest", actual.Digest);
    }
}
