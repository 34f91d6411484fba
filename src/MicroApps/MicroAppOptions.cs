namespace MicroApps;

/// <summary>Settings of the running app, bound to the configuration section <c>MicroApp</c> and checked once at start.</summary>
public sealed class MicroAppOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "MicroApp";

    /// <summary>The manifest's path, relative to the content root. Default <c>microapp.yaml</c>.</summary>
    public string ManifestPath { get; set; } = "microapp.yaml";

    /// <summary>Where the app runs. Default: the sandbox.</summary>
    public AppEnvironment Environment { get; set; } = AppEnvironment.Sandbox;

    /// <summary>The folder of the app's stores and of the sandbox's own key, relative to the content root. Default <c>.microapp</c>.</summary>
    public string DataFolder { get; set; } = ".microapp";

    /// <summary>The folder of mounted secrets, one file each; null for none. Environment variables are asked first.</summary>
    public string? SecretsFolder { get; set; }

    /// <summary>The name of the secret that holds the app's key ring. The sandbox makes its own when it is missing.</summary>
    public string KeySecret { get; set; } = "MICROAPP_KEYS";

    /// <summary>How personal data and secrets are treated where the manifest does not say.</summary>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>How use is reserved and priced.</summary>
    public QuotaOptions Quota { get; } = new();

    /// <summary>How calls are recorded.</summary>
    public AuditOptions Audit { get; } = new();

    /// <summary>How often lapsed leases are looked for while the app runs. Default 1 minute.</summary>
    public TimeSpan RecoveryInterval { get; set; } = TimeSpan.FromMinutes(1);

    internal void Validate()
    {
        if (!Enum.IsDefined(Environment))
            throw new MicroAppStartException("MicroApp:Environment must be sandbox, staging or production.");
        if (string.IsNullOrWhiteSpace(KeySecret))
            throw new MicroAppStartException("MicroApp:KeySecret must name the secret that holds the key ring.");
        if (RecoveryInterval <= TimeSpan.Zero)
            throw new MicroAppStartException("MicroApp:RecoveryInterval must be longer than zero.");
        Redaction.Validate();
        Quota.Validate();
    }
}
