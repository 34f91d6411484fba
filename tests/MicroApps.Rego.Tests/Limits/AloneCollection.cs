namespace MicroApps.Rego.Tests;

/// <summary>Tests that look at the clock run when no others do.</summary>
[CollectionDefinition(nameof(LimitTests), DisableParallelization = true)]
public sealed class AloneCollection;
