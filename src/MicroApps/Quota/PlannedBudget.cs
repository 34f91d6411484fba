namespace MicroApps;

/// <summary>A budget and the quotas of the manifest that it stands for.</summary>
internal readonly record struct PlannedBudget(QuotaBudget Budget, QuotaRule[] Rules)
{
    public bool IsSameWindow(QuotaBudget other) =>
        Budget.Scope == other.Scope && Budget.Period == other.Period && Budget.WindowStart == other.WindowStart
        && Budget.Subject.Equals(other.Subject, StringComparison.Ordinal);

    /// <summary>One budget for two quotas: hard limits win over soft ones (which still warn), and the lower of two limits wins.</summary>
    public PlannedBudget Join(QuotaBudget other, QuotaRule rule)
    {
        var rules = (QuotaRule[])[.. Rules, rule];
        if (Budget.Enforcement != other.Enforcement)
            return new(Budget.Enforcement == QuotaEnforcement.Hard ? Budget : other, rules);

        return new(
            Budget with
            {
                Requests = Lower(Budget.Requests, other.Requests),
                Tokens = Lower(Budget.Tokens, other.Tokens),
                SpendNanoUsd = Lower(Budget.SpendNanoUsd, other.SpendNanoUsd),
            },
            rules);
    }

    /// <summary>The quota whose limit is the budget's, for naming it.</summary>
    public QuotaRule RuleOf(QuotaUnit unit)
    {
        var budget = Budget;
        return Array.Find(Rules, r => r.Quota.Enforce == budget.Enforcement && budget.LimitOf(unit) == r.LimitOf(unit)) ?? Rules[0];
    }

    private static long? Lower(long? a, long? b) => a is null || b < a ? b : a;
}
