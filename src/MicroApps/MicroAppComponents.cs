using Microsoft.Extensions.Logging;

namespace MicroApps;

/// <summary>The parts that an app is put together from. The host fills them in from dependency injection.</summary>
public sealed class MicroAppComponents
{
    /// <summary>What the app declares itself to be.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>Where secrets come from.</summary>
    public required SecretSource Secrets { get; init; }

    /// <summary>The audit log.</summary>
    public required AuditStore AuditStore { get; init; }

    /// <summary>The quota ledger.</summary>
    public required QuotaStore QuotaStore { get; init; }

    /// <summary>The vault.</summary>
    public required VaultStore VaultStore { get; init; }

    /// <summary>The app's own guards, in order, each with its place among the built-in ones.</summary>
    public IReadOnlyList<GuardRegistration> Guards { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where logs go; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
