namespace MicroApps;

/// <summary>A guard refused the call; nothing left the process. The refusal is in the audit log.</summary>
public class CallRefusedException : MicroAppException
{
    /// <summary>Creates the exception for a refusal.</summary>
    public CallRefusedException(Refusal refusal, Exception? innerException = null)
        : base($"{Check(refusal).Message} {refusal.Mend}", innerException) => Refusal = refusal;

    /// <summary>What was refused and why.</summary>
    public Refusal Refusal { get; }

    /// <summary>The refusal's stable code.</summary>
    public string Code => Refusal.Code;

    private static Refusal Check(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal;
    }
}
