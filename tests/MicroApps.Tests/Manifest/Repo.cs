namespace MicroApps.Tests;

/// <summary>Files of the repository, which some tests hold the code against. ACCEPT=1 writes what the code says now.</summary>
internal static class Repo
{
    public static string Root { get; } = Find();

    public static bool Accepts => Environment.GetEnvironmentVariable("ACCEPT") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static void AssertFile(string path, string expected)
    {
        if (Accepts) File.WriteAllText(path, expected);
        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path) : "");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run the tests from a checkout of the repository.");
        return folder.FullName;
    }
}
