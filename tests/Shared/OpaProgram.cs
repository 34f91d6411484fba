using System.Security.Cryptography;

namespace MicroApps.Tests;

/// <summary>Where the program of Open Policy Agent is that answers and times are held against: <c>artifacts/tools/opa/opa</c>, or what MICROAPPS_OPA names.</summary>
internal static class OpaProgram
{
    private const string Sha256 = "00d114b94fdb1606a48cccdfc73c9ccdc62c38721150131ae578d5ff3df5c084";

    private static readonly Lazy<string> s_path = new(Find);

    /// <summary>Where it is. Its checksum is right.</summary>
    public static string Path => s_path.Value;

    private static string Find()
    {
        var path = Environment.GetEnvironmentVariable("MICROAPPS_OPA") is { Length: > 0 } named ? named : System.IO.Path.Combine(Root(), "artifacts", "tools", "opa", "opa");
        if (!File.Exists(path))
            throw new FileNotFoundException($"The program of Open Policy Agent is needed at {path}: run tests/run.sh once, it installs it, or name it in MICROAPPS_OPA.", path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == Sha256 ? path : throw new InvalidDataException($"{path} is not OPA 0.70.0 for Linux on x64: its checksum is wrong.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Sdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("This runs inside the repository.");
    }
}
