namespace MicroApps;

/// <summary>Secrets from environment variables of the process.</summary>
public sealed class EnvironmentSecretSource : SecretSource
{
    /// <inheritdoc />
    public override string Description => "the environment variables";

    /// <inheritdoc />
    protected override string? FindCore(string name) => Environment.GetEnvironmentVariable(name);
}
