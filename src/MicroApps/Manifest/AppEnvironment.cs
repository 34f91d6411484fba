namespace MicroApps;

/// <summary>Where an app runs, from safest to most exposed.</summary>
public enum AppEnvironment
{
    /// <summary>Built-in model, synthetic data, no egress.</summary>
    Sandbox,

    /// <summary>Rehearsal with approved models.</summary>
    Staging,

    /// <summary>Real users and real data.</summary>
    Production,
}
