namespace MicroApps;

/// <summary>Where secrets come from: the environment, mounted files, a vault. Asked at every use, so a rotated secret needs no restart.</summary>
/// <remarks>Thread-safe. Values are never logged, audited or put into exceptions.</remarks>
public abstract class SecretSource
{
    /// <summary>The secret's current value, or null when this source does not have it.</summary>
    /// <exception cref="SecretException">The source has it but cannot read it.</exception>
    public string? Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var value = FindCore(name);
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>The secret's current value.</summary>
    /// <exception cref="SecretException">There is no such secret; the message says where it was looked for.</exception>
    public string Get(string name) =>
        Find(name) ?? throw new SecretException(name, $"The secret '{name}' is missing. Looked in {Description}. Set it there, outside of code and git.");

    /// <summary>Where this source looks, for error messages.</summary>
    public abstract string Description { get; }

    /// <summary>Looks the secret up; null when it is not there.</summary>
    protected abstract string? FindCore(string name);
}
