using System.Diagnostics;
using System.Reflection;

namespace MicroApps.Tests;

/// <summary>An empty folder in which our packages come from the packed feed, with a package cache of its own: nothing of the machine's is touched.</summary>
internal sealed class PackedFeed : IDisposable
{
    public PackedFeed()
    {
        Assert.True(File.Exists(PackagePath("MicroApps.Sdk")), $"'{PackagePath("MicroApps.Sdk")}' is missing. Run tests/run.sh, which packs it, or 'dotnet pack Sdk.sln -c Release'.");
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{Metadata("Feed")}" />
                <add key="own" value="{Directory.CreateDirectory(OwnFeed).FullName}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="restored" value="{Metadata("GlobalPackages")}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    public static string Version => Metadata("Version");

    public string Folder { get; } = Directory.CreateTempSubdirectory("microapps-packed-").FullName;

    /// <summary>Where tests put packages that they make themselves.</summary>
    public string OwnFeed => Path.Combine(Folder, "feed");

    public static string PackagePath(string id) => Path.Combine(Metadata("Feed"), $"{id}.{Version}.nupkg");

    /// <summary>Writes files of a project and gives back its folder.</summary>
    public string Write(string project, params IEnumerable<(string Path, string Text)> files)
    {
        var folder = Path.Combine(Folder, project);
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        return folder;
    }

    /// <summary>Runs dotnet and gives back what it printed; fails with it when the exit code is not 0.</summary>
    public string Dotnet(string folder, params string[] arguments)
    {
        var (code, output) = Run(folder, arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)} exited {code}:\n{output}");
        return output;
    }

    /// <summary>Runs dotnet and gives back its exit code and what it printed.</summary>
    public (int Code, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.Ordinal) || k.StartsWith("MicroApp__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Folder, "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Metadata(string key) =>
        typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
