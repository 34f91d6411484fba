namespace MicroApps;

/// <summary>The quotas of a manifest, and the budgets that they mean for one call at one instant.</summary>
internal sealed class QuotaPlan
{
    private readonly Manifest _manifest;
    private readonly QuotaRule[] _rules;

    /// <exception cref="MicroAppStartException">A quota names a time zone that this machine does not know, or a cost centre that the manifest lacks.</exception>
    public QuotaPlan(Manifest manifest)
    {
        _manifest = manifest;
        _rules = [.. manifest.Quotas.Select((quota, index) => new QuotaRule(index, quota)).OrderBy(r => r.Quota.Scope).ThenBy(r => r.Quota.Per)];
        if (manifest.CostCentre is null && Array.Find(_rules, r => r.Quota.Scope == QuotaScope.CostCentre) is { } rule)
            throw new MicroAppStartException($"{rule.Name} in microapp.yaml counts by cost centre, but the manifest has none. Add costCentre, or choose another scope.");
    }

    /// <summary>The budgets that a call counts against, in the fixed order of scopes.</summary>
    /// <param name="user">The keyed commitment of the user; empty for nobody: calls without a user share one budget.</param>
    /// <param name="modelId">The model as the manifest names it.</param>
    /// <param name="now">The instant.</param>
    public List<PlannedBudget> Resolve(string user, string modelId, DateTimeOffset now)
    {
        var planned = new List<PlannedBudget>(_rules.Length);
        foreach (var rule in _rules)
        {
            if (rule.Quota is { Scope: QuotaScope.Model, Model: { } only } && !only.Equals(modelId, StringComparison.Ordinal))
                continue;

            planned.Add(new(rule.Budget(Subject(rule.Quota.Scope, user, modelId), now), rule));
        }

        return planned;
    }

    /// <summary>Every budget of the manifest: those by user for the given one only, those by model for each declared model.</summary>
    public List<PlannedBudget> ResolveAll(string user, DateTimeOffset now) =>
        [.. _manifest.Models.SelectMany(m => Resolve(user, m.Id, now)).DistinctBy(p => (p.Rule, p.Budget.Subject))];

    // Owners and cost centres are counted over all their apps; users and models of one app are not those of another.
    private string Subject(QuotaScope scope, string user, string modelId) => scope switch
    {
        QuotaScope.App => _manifest.Id,
        QuotaScope.Owner => _manifest.OwnerGroup,
        QuotaScope.CostCentre => _manifest.CostCentre!,
        QuotaScope.User => $"{_manifest.Id}/{user}",
        _ => $"{_manifest.Id}/{modelId}",
    };
}
