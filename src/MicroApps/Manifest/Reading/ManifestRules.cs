namespace MicroApps;

/// <summary>What fields of different groups demand of each other. Each rule runs when the fields that it needs are well written.</summary>
internal static class ManifestRules
{
    public static void Check(FieldValues manifest)
    {
        CheckRetention(manifest);
        CheckQuotas(manifest);
        CheckResidency(manifest);
        CheckOriginals(manifest);
    }

    private static void CheckRetention(FieldValues manifest)
    {
        var environments = manifest.Get<IReadOnlyList<AppEnvironment>?>("environments");
        var retention = manifest.Get<IReadOnlyDictionary<AppEnvironment, Period>?>("retention");
        if (environments is null || retention is null) return;
        foreach (var environment in retention.Keys.Where(e => e != AppEnvironment.Sandbox && !environments.Contains(e)))
        {
            var name = (string)Kinds.Environment.Plain(environment);
            manifest.Add($"retention.{name}", "the app is not meant to run there", $"Add {name} to 'environments', or remove the line");
        }
    }

    private static void CheckQuotas(FieldValues manifest)
    {
        var models = manifest.Get<IReadOnlyList<ManifestModel>?>("models");
        var quotas = manifest.Get<IReadOnlyList<ManifestQuota>?>("quotas");
        if (models is null || quotas is null) return;
        List<string> ids = [.. models.Select(m => m.Id)];
        for (var i = 0; i < quotas.Count; i++)
        {
            if (quotas[i].Model is { } model && !ids.Contains(model))
                manifest.Add($"quotas[{i}].model", $"no model has the id {Wording.Quote(model, "that stands here")}", $"Write {Wording.OneOf(ids)}{Wording.Guess(model, ids)}");
        }
    }

    private static void CheckResidency(FieldValues manifest)
    {
        if (manifest.Get<IReadOnlyList<string>?>("residency") is not { Count: > 0 } allowed) return;
        var data = manifest.Get<IReadOnlyList<ManifestDataSource>?>("data") ?? [];
        var stores = manifest.Get<IReadOnlyList<ManifestVectorStore>?>("vectorStores") ?? [];
        var places = data.Select((d, i) => (Field: $"data[{i}].residency", Region: d.Residency))
            .Concat(stores.Select((s, i) => (Field: $"vectorStores[{i}].residency", Region: s.Residency)));
        foreach (var (field, region) in places.Where(p => p.Region is not null && !allowed.Contains(p.Region)))
            manifest.Add(field, $"'{region}' is not among the app's regions", $"Write {Wording.OneOf(allowed)}, or add {region} to 'residency'");
    }

    private static void CheckOriginals(FieldValues manifest)
    {
        if (manifest.Get<ManifestRedaction?>("redaction") is not { } redaction) return;
        var tools = manifest.Get<IReadOnlyList<ManifestTool>?>("tools") ?? [];
        var hosts = manifest.Get<IReadOnlyList<ManifestEgress>?>("egress") ?? [];
        var grants = tools.SelectMany((t, i) => t.Originals.Select((type, j) => (Field: $"tools[{i}].originals[{j}]", Type: type)))
            .Concat(hosts.SelectMany((h, i) => h.Originals.Select((type, j) => (Field: $"egress[{i}].originals[{j}]", Type: type))));
        foreach (var (field, type) in grants.Where(g => redaction.Types.TryGetValue(g.Type, out var action) && action == RedactionAction.Block))
            manifest.Add(field, $"{type} is blocked in 'redaction', so its real values never get here", "Remove it, or choose another action than block");
    }
}
