namespace MicroApps;

/// <summary>A hard budget has no room for the call; nothing left the process.</summary>
public sealed class QuotaExceededException : CallRefusedException
{
    /// <summary>Creates the exception for a refusal.</summary>
    public QuotaExceededException(QuotaRefusal refusal)
        : base(refusal) => Quota = refusal;

    /// <summary>Which limit, how much of it is left, and when it resets.</summary>
    public QuotaRefusal Quota { get; }
}
