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
}
