namespace MicroApps;

/// <summary>The root of every exception that MicroApps throws on purpose. Messages say what to do and never hold personal data or secrets.</summary>
public abstract class MicroAppException : Exception
{
    /// <summary>Creates the exception with a message that names the problem and its mend.</summary>
    protected MicroAppException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and the cause.</summary>
    protected MicroAppException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
