namespace MicroApps;

/// <summary>A hard budget has no room for a call.</summary>
public sealed record QuotaRefusal : Refusal
{
    /// <summary>The <see cref="Refusal.Code"/>.</summary>
    public const string ExceededCode = "quota.exceeded";

    /// <summary>Creates the refusal.</summary>
    public QuotaRefusal(string message, string mend)
        : base(ExceededCode, message, mend)
    {
    }

    /// <summary>Whose budget it is; a user is never named.</summary>
    public required QuotaScope Scope { get; init; }

    /// <summary>The length of the window.</summary>
    public required QuotaPeriod Period { get; init; }

    /// <summary>What the limit counts.</summary>
    public required QuotaUnit Unit { get; init; }

    /// <summary>The limit, in the unit.</summary>
    public required long Limit { get; init; }

    /// <summary>Settled use, and what was reserved by calls whose outcome is unknown.</summary>
    public required long Spent { get; init; }

    /// <summary>Reserved by running calls: what they do not use comes back when they end.</summary>
    public required long Held { get; init; }

    /// <summary>The most that the refused call could have used.</summary>
    public required long Requested { get; init; }

    /// <summary>When the window ends.</summary>
    public required DateTimeOffset ResetsAt { get; init; }

    /// <summary>When trying again may help: at the reset, or a second when only running calls are in the way; null when the call is larger than the whole budget.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc />
    public override MicroAppException ToException() => new QuotaExceededException(this);

    internal static QuotaRefusal Create(QuotaRule rule, QuotaWindow window, QuotaAmount requested, DateTimeOffset now)
    {
        var unit = Array.Find(QuotaUnits.All, u => window.Budget.LimitOf(u) is { } l && (Int128)window.Counted.Of(u) + requested.Of(u) > l);
        var limit = window.Budget.LimitOf(unit) ?? 0;
        var spent = window.Spent.Of(unit) + window.Suspense.Of(unit);
        var wanted = requested.Of(unit);
        // What running calls hold comes back when they end, except that each of them is a request.
        var isTransient = unit != QuotaUnit.Requests && (Int128)spent + wanted <= limit;
        var neverFits = wanted > limit;
        return new QuotaRefusal(Describe(window, unit, limit, wanted, isTransient, neverFits), Advise(rule, unit, isTransient, neverFits))
        {
            Scope = window.Budget.Scope,
            Period = window.Budget.Period,
            Unit = unit,
            Limit = limit,
            Spent = spent,
            Held = window.Held.Of(unit),
            Requested = wanted,
            ResetsAt = window.Budget.WindowEnd,
            IsTransient = isTransient,
            RetryAfter = isTransient ? TimeSpan.FromSeconds(1) : neverFits ? null : window.Budget.WindowEnd - now,
        };
    }

    private static string Describe(QuotaWindow window, QuotaUnit unit, long limit, long wanted, bool isTransient, bool neverFits)
    {
        var state = isTransient ? "is taken by calls that are running just now" : neverFits ? "is smaller than what this call may need" : "is used up";
        var unknown = window.Suspense.Of(unit) is > 0 and var suspense ? $"{unit.Format(suspense)} kept for calls that never reported back, " : "";
        return $"The {QuotaUnits.Owner(window.Budget)}'s budget for {window.Budget.Period.Current()} {state}: {unit.Format(limit)} limit, "
            + $"{unit.Format(window.Spent.Of(unit))} spent, {unknown}{unit.Format(window.Held.Of(unit))} held by running calls, "
            + $"this call may need up to {unit.Format(wanted)}. It resets at {QuotaUnits.Instant(window.Budget.WindowEnd)}.";
    }

    private static string Advise(QuotaRule rule, QuotaUnit unit, bool isTransient, bool neverFits)
    {
        var wait = isTransient ? "Try again in a moment, " : neverFits ? "" : "Wait until then, ";
        var shorten = unit == QuotaUnit.Requests ? "" : neverFits ? "Ask for a shorter answer (MaxOutputTokens) or send less text, " : "ask for a shorter answer (MaxOutputTokens), ";
        var raise = (wait + shorten).Length == 0 ? "Raise" : "or raise";
        return $"{wait}{shorten}{raise} {rule.FieldOf(unit)} in microapp.yaml.";
    }
}
