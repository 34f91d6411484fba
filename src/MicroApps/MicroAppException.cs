namespace MicroApps;

/// <summary>The root of all exceptions that the SDK throws on purpose; each concern has one child that carries its data.</summary>
public abstract class MicroAppException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and how to mend it; holds no personal data and no secret.</param>
    protected MicroAppException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and how to mend it; holds no personal data and no secret.</param>
    /// <param name="innerException">The cause.</param>
    protected MicroAppException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
