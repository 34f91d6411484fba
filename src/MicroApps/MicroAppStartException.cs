namespace MicroApps;

/// <summary>The app may not start as it is set up. The message names the file or setting and the mend.</summary>
public sealed class MicroAppStartException : MicroAppException
{
    /// <summary>Creates the exception.</summary>
    public MicroAppStartException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
