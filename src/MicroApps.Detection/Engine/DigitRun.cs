namespace MicroApps.Detection;

/// <summary>A whole run of digits and what touches it: enough for most detectors to see that nothing of theirs begins there.</summary>
/// <param name="Length">How many digits.</param>
/// <param name="First">The first digit.</param>
/// <param name="Before">The unit before the run, or <c>'\0'</c>.</param>
/// <param name="BeforeThat">The unit before that one, or <c>'\0'</c>.</param>
/// <param name="Next">The unit behind the run, or <c>'\0'</c>.</param>
/// <param name="AfterNext">The unit behind that one, or <c>'\0'</c>.</param>
internal readonly record struct DigitRun(int Length, char First, char Before, char BeforeThat, char Next, char AfterNext)
{
    /// <summary>Whether one of some separators stands behind the run and another digit behind it.</summary>
    public bool GoesOn(string separators) => char.IsAsciiDigit(AfterNext) && separators.AsSpan().IndexOf(Next) >= 0;
}
