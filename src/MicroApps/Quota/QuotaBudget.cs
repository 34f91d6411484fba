namespace MicroApps;

/// <summary>One limit as it applies to one call: whose budget, over which window, how much.</summary>
/// <param name="Scope">What kind of subject is limited.</param>
/// <param name="Subject">The subject's id: the app id, the model id, a keyed commitment of the user …</param>
/// <param name="Period">The length of the window.</param>
/// <param name="WindowStart">The start of the current window, an instant in UTC.</param>
/// <param name="WindowEnd">When the window ends and the budget resets.</param>
public sealed record QuotaBudget(QuotaScope Scope, string Subject, QuotaPeriod Period, DateTimeOffset WindowStart, DateTimeOffset WindowEnd)
{
    /// <summary>Largest number of requests in the window, or null for no limit.</summary>
    public long? Requests { get; init; }

    /// <summary>Largest number of tokens (input and output) in the window, or null for no limit.</summary>
    public long? Tokens { get; init; }

    /// <summary>Largest spend in the window in nano-dollars (10⁻⁹ USD), or null for no limit.</summary>
    public long? SpendNanoUsd { get; init; }

    /// <summary>Whether exceeding refuses the call (<see cref="QuotaEnforcement.Hard"/>) or only warns.</summary>
    public QuotaEnforcement Enforcement { get; init; }

    /// <summary>Percentages of the limit at which a warning is raised, ascending.</summary>
    public IReadOnlyList<int> WarnAt { get; init; } = [];

    /// <summary>Whether both limit the same window: then a call counts once in it, and must fit in both.</summary>
    public bool HasSameWindow(QuotaBudget other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Scope, Subject, Period, WindowStart) == (other.Scope, other.Subject, other.Period, other.WindowStart);
    }
}
