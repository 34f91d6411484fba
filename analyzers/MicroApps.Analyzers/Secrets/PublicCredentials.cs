namespace MicroApps.Analyzers;

/// <summary>Credentials that their makers published: keys of emulators. Known by their SHA-256.</summary>
internal static class PublicCredentials
{
    private static readonly HashSet<string> Hashes =
    [
        // Azurite, the emulator of Azure Storage.
        "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
        // The emulator of Azure Cosmos DB.
        "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615",
    ];

    public static bool Contains(string value) => Hashes.Contains(RuleOptions.HashOf(value));
}
