namespace MicroApps;

/// <summary>What the quota guard knows about one call.</summary>
internal sealed class QuotaCall(ModelPrice price, string modelId, long inputBound, int? wantedOutput)
{
    /// <summary>The text of the answer so far. A field: its methods change it.</summary>
    public TokenMeter Output;

    public ModelPrice Price { get; } = price;

    public string ModelId { get; } = modelId;

    public long InputBound { get; } = inputBound;

    /// <summary>The largest answer before the budget had its say; null on surfaces without one.</summary>
    public int? WantedOutput { get; } = wantedOutput;

    public IReadOnlyList<PlannedBudget> Budgets { get; set; } = [];

    public IReadOnlyList<QuotaWindow> Windows { get; set; } = [];

    /// <summary>What was reserved; null until then, and again when the reservation was refused.</summary>
    public QuotaAmount? Reserved { get; set; }

    public DateTimeOffset RenewAt { get; set; }

    /// <summary>Whether a hard limit on tokens or money applies.</summary>
    public bool IsCapped { get; set; }

    /// <summary>What the call used in the end.</summary>
    public QuotaAmount Actual { get; set; }

    /// <summary>Whether the call counts among the running ones.</summary>
    public bool IsAdmitted { get; set; }

    public QuotaAmount AmountFor(int? outputTokens) =>
        new(1, InputBound + (outputTokens ?? 0), Price.UpperBound(InputBound, outputTokens ?? 0));

    /// <summary>The most output tokens that all hard budgets have room for.</summary>
    public long OutputThatFits()
    {
        var fits = long.MaxValue;
        foreach (var window in Windows)
        {
            if (window.Budget.Enforcement != QuotaEnforcement.Hard)
                continue;
            if (window.Budget.Requests - window.Counted.Requests < 1)
                return 0;
            if (window.Budget.Tokens is { } tokens)
                fits = Math.Min(fits, tokens - window.Counted.Tokens - InputBound);
            if (window.Budget.SpendNanoUsd is { } money)
                fits = Math.Min(fits, Price.OutputTokensWithin(money - window.Counted.NanoUsd, InputBound));
        }

        return fits;
    }
}
