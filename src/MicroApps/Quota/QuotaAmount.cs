namespace MicroApps;

/// <summary>An amount of the three things that budgets count.</summary>
/// <param name="Requests">Number of requests.</param>
/// <param name="Tokens">Number of tokens, input and output together.</param>
/// <param name="NanoUsd">Money in nano-dollars (10⁻⁹ USD).</param>
public readonly record struct QuotaAmount(long Requests, long Tokens, long NanoUsd)
{
    /// <summary>Adds two amounts; throws <see cref="OverflowException"/> instead of wrapping.</summary>
    public static QuotaAmount operator +(QuotaAmount a, QuotaAmount b) =>
        new(checked(a.Requests + b.Requests), checked(a.Tokens + b.Tokens), checked(a.NanoUsd + b.NanoUsd));

    /// <summary>Adds two amounts; throws <see cref="OverflowException"/> instead of wrapping.</summary>
    public static QuotaAmount Add(QuotaAmount left, QuotaAmount right) => left + right;

    /// <summary>Throws when one of the three is negative, which no store accepts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is below zero.</exception>
    public void ThrowIfNegative(string parameterName)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Requests, parameterName);
        ArgumentOutOfRangeException.ThrowIfNegative(Tokens, parameterName);
        ArgumentOutOfRangeException.ThrowIfNegative(NanoUsd, parameterName);
    }
}
