namespace MicroApps;

/// <summary>Finds thresholds that budgets have crossed and tells of each once in its window.</summary>
internal sealed class QuotaWarnings
{
    private const int Room = 4096;
    private readonly Dictionary<(int Rule, string Subject, QuotaUnit Unit), (DateTimeOffset End, int Threshold)> _told = [];
    private readonly Lock _lock = new();

    /// <summary>The warnings that are new: for each limit the highest threshold that was crossed.</summary>
    public IReadOnlyList<QuotaWarning> Check(IReadOnlyList<PlannedBudget> planned, IReadOnlyList<QuotaWindow> windows)
    {
        List<QuotaWarning>? warnings = null;
        for (var i = 0; i < windows.Count; i++)
        {
            var (budget, rule) = planned[i];
            foreach (var unit in QuotaUnits.All)
            {
                if (budget.LimitOf(unit) is { } limit && Crossed(budget, limit, windows[i].Counted.Of(unit)) is > 0 and var threshold
                    && IsNew((rule.Index, budget.Subject, unit), budget, threshold))
                {
                    (warnings ??= []).Add(Create(windows[i], unit, limit, threshold));
                }
            }
        }

        return warnings ?? [];
    }

    private static int Crossed(QuotaBudget budget, long limit, long counted)
    {
        var highest = 0;
        if (counted <= 0)
            return highest;

        foreach (var threshold in budget.WarnAt)
        {
            if ((Int128)counted * 100 >= (Int128)limit * threshold)
                highest = Math.Max(highest, threshold);
        }

        // A soft limit says when it is used up, whatever its thresholds; a hard one refuses, which says it.
        return budget.Enforcement == QuotaEnforcement.Soft && counted >= limit ? Math.Max(highest, 100) : highest;
    }

    private bool IsNew((int Rule, string Subject, QuotaUnit Unit) key, QuotaBudget budget, int threshold)
    {
        lock (_lock)
        {
            if (_told.TryGetValue(key, out var told) && told.End >= budget.WindowEnd && told.Threshold >= threshold)
                return false;
            if (_told.Count >= Room)
                Forget(budget.WindowStart);
            _told[key] = (budget.WindowEnd, threshold);
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, told) in _told)
        {
            if (told.End <= now)
                _told.Remove(key);
        }

        // Users without end: better to repeat a warning than to grow without end.
        if (_told.Count >= Room)
            _told.Clear();
    }

    private static QuotaWarning Create(QuotaWindow window, QuotaUnit unit, long limit, int threshold)
    {
        var budget = window.Budget;
        var spent = window.Spent.Of(unit);
        var held = window.Held.Of(unit) + window.Suspense.Of(unit);
        return new(
            budget.Scope, budget.Period, unit, threshold, limit, spent, held, budget.WindowEnd,
            $"The {QuotaUnits.Owner(budget)} has reached {threshold} % of its budget for {budget.Period.Current()}: {unit.Format(spent)} spent, "
            + $"{unit.Format(held)} held by calls, of {unit.Format(limit)}. It resets at {QuotaUnits.Instant(budget.WindowEnd)}.");
    }
}
