namespace MicroApps;

/// <summary>Why a guard refused a call, as a value. A concern with more to tell derives from it.</summary>
/// <param name="Code">A stable code for logs and tests, such as <c>quota.exceeded</c>.</param>
/// <param name="Message">What is wrong; no personal data, no secrets.</param>
/// <param name="Mend">What to do about it.</param>
public record Refusal(string Code, string Message, string Mend)
{
    /// <summary>Whether the same call may pass later without a change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The exception that the caller of the governed client gets.</summary>
    public virtual MicroAppException ToException() => new CallRefusedException(this);
}
