using System.Globalization;

namespace MicroApps.Rego.Tests;

/// <summary>How much is tried, and from which seed on: constants that the environment can replace.</summary>
internal static class FuzzSettings
{
    /// <summary>MICROAPPS_FUZZ_SEED.</summary>
    public static int Seed { get; } = Read("MICROAPPS_FUZZ_SEED", 20_261);

    /// <summary>MICROAPPS_FUZZ_PAIRS: policies with an input.</summary>
    public static int Pairs { get; } = Read("MICROAPPS_FUZZ_PAIRS", 20_000);

    /// <summary>MICROAPPS_FUZZ_CHECKS: changed sources that the oracle checks too.</summary>
    public static int Checks { get; } = Read("MICROAPPS_FUZZ_CHECKS", 3_000);

    /// <summary>MICROAPPS_FUZZ_MUTATIONS: changed sources and inputs that must do no harm.</summary>
    public static int Mutations { get; } = Read("MICROAPPS_FUZZ_MUTATIONS", 50_000);

    private static int Read(string name, int standard) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
