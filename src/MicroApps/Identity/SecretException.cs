namespace MicroApps;

/// <summary>A secret is missing or unusable. Names the secret, never its value.</summary>
public sealed class SecretException : MicroAppException
{
    /// <summary>Creates the exception.</summary>
    public SecretException(string name, string message, Exception? innerException = null)
        : base(message, innerException) => SecretName = name;

    /// <summary>The secret's name.</summary>
    public string SecretName { get; }
}
