namespace MicroApps.Analyzers;

/// <summary>Credentials that their makers published: keys of emulators and of documentation. Known by their SHA-256.</summary>
internal static class PublicCredentials
{
    private static readonly HashSet<string> Hashes =
    [
    ];

    public static bool Contains(string value) => Hashes.Contains(RuleOptions.HashOf(value));
}
