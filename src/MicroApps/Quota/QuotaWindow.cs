namespace MicroApps;

/// <summary>The state of one budget window.</summary>
/// <param name="Budget">The budget and its limits.</param>
/// <param name="Spent">Settled use.</param>
/// <param name="Held">Reserved by running calls.</param>
/// <param name="Suspense">Reserved by calls whose lease lapsed: still counted, because what they used is unknown.</param>
public sealed record QuotaWindow(QuotaBudget Budget, QuotaAmount Spent, QuotaAmount Held, QuotaAmount Suspense)
{
    /// <summary>Everything that counts against the limit.</summary>
    public QuotaAmount Counted => Spent + Held + Suspense;

    /// <summary>Whether <paramref name="amount"/> may be reserved: it stays within every limit, or the budget is soft.</summary>
    public bool Fits(QuotaAmount amount)
    {
        return Budget.Enforcement == QuotaEnforcement.Soft
            || (Within(Budget.Requests, static a => a.Requests) && Within(Budget.Tokens, static a => a.Tokens) && Within(Budget.SpendNanoUsd, static a => a.NanoUsd));

        // Wider than the numbers, so that no sum can wrap and pass.
        bool Within(long? limit, Func<QuotaAmount, long> of) =>
            limit is null || (Int128)of(Spent) + of(Held) + of(Suspense) + of(amount) <= limit;
    }
}
