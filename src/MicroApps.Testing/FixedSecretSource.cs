using System.Collections.Concurrent;

namespace MicroApps.Testing;

/// <summary>Secrets that a test sets, and may change while the app runs.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FixedSecretSource : SecretSource
{
    private readonly ConcurrentDictionary<string, string> _secrets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Description => "the test";

    /// <summary>Sets a secret; null removes it.</summary>
    public void Set(string name, string? value)
    {
        if (value is null)
            _secrets.TryRemove(name, out _);
        else
            _secrets[name] = value;
    }

    /// <inheritdoc/>
    protected override string? FindCore(string name) => _secrets.GetValueOrDefault(name);
}
