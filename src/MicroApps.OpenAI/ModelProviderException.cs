namespace MicroApps;

/// <summary>A model's server did not answer properly; the message says what to do and never holds prompt text, answer text or keys.</summary>
/// <remarks>Of what the server says about an error only a code from a fixed list is kept, since the rest may echo the prompt or the key.</remarks>
public sealed class ModelProviderException : MicroAppException
{
    /// <summary>Makes an exception for a provider.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <param name="message">What happened and how to mend it; no content, no secret.</param>
    /// <param name="innerException">The cause, if its text cannot hold content.</param>
    public ModelProviderException(string provider, string message, Exception? innerException = null)
        : base(message, innerException) => Provider = provider;

    /// <summary>The provider's name, as in the client's metadata.</summary>
    public string Provider { get; }

    /// <summary>The HTTP status, or null when there was no answer or the answer broke off.</summary>
    public int? Status { get; init; }

    /// <summary>The server's error code when it is a known one, such as <c>rate_limit_exceeded</c>.</summary>
    public string? Code { get; init; }

    /// <summary>How long the server asks to wait, never negative; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later without a change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the client itself may send the request again: transient, and no answer can have been begun or paid for in vain.</summary>
    internal bool IsRetryable { get; init; }
}
