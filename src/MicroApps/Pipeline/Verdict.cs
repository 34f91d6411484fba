namespace MicroApps;

/// <summary>What a guard decides about a call: go on, or refuse.</summary>
public readonly struct Verdict : IEquatable<Verdict>
{
    private Verdict(Refusal refusal) => Refusal = refusal;

    /// <summary>The guard has no objection.</summary>
    public static Verdict Continue => default;

    /// <summary>The refusal, or null to go on.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Refuses the call.</summary>
    public static Verdict Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new Verdict(refusal);
    }

    /// <summary>Refuses the call.</summary>
    public static Verdict Refuse(string code, string message, string mend) => new(new Refusal(code, message, mend));

    /// <inheritdoc />
    public bool Equals(Verdict other) => Equals(Refusal, other.Refusal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Verdict other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Refusal?.GetHashCode() ?? 0;

    /// <summary>Whether two verdicts are the same.</summary>
    public static bool operator ==(Verdict left, Verdict right) => left.Equals(right);

    /// <summary>Whether two verdicts differ.</summary>
    public static bool operator !=(Verdict left, Verdict right) => !left.Equals(right);
}
