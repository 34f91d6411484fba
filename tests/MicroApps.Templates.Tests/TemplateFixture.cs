using System.Diagnostics;
using System.Reflection;

namespace MicroApps.Templates.Tests;

/// <summary>Installs the packed templates into a hive of their own, with a package cache of its own: nothing of the machine's is touched.</summary>
public sealed class TemplateFixture : IDisposable
{
    private readonly string _hive;

    public TemplateFixture()
    {
        Folder = Directory.CreateTempSubdirectory("microapps-templates-").FullName;
        _hive = Path.Combine(Folder, "hive");
        var package = Path.Combine(Metadata("Feed"), $"MicroApps.Templates.{Version}.nupkg");
        Assert.True(File.Exists(package), $"'{package}' is missing. Run tests/run.sh, which packs it, or 'dotnet pack Sdk.sln -c Release'.");
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{Metadata("Feed")}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="restored" value="{Metadata("GlobalPackages")}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        Dotnet(Folder, "new", "install", package, "--debug:custom-hive", _hive);
    }

    public static string Version => Metadata("Version");

    public string Folder { get; }

    public string Create(string name, params string[] options)
    {
        Dotnet(Folder, ["new", "microapp", "-n", name, "--skip-restore", "--debug:custom-hive", _hive, .. options]);
        return Path.Combine(Folder, name);
    }

    /// <summary>Runs dotnet and gives back what it printed; fails with it when the exit code is not 0.</summary>
    public string Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Folder, "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.Ordinal) && k != "MSBUILDDISABLENODEREUSE" || k.StartsWith("MicroApp__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} exited {process.ExitCode}:\n{output}\n{error.Result}");
        return output + error.Result;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Metadata(string key) =>
        typeof(TemplateFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
