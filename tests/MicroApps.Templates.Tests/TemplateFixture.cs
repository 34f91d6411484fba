using MicroApps.Tests;

namespace MicroApps.Templates.Tests;

/// <summary>Installs the packed templates into a hive of their own.</summary>
public sealed class TemplateFixture : IDisposable
{
    private readonly PackedFeed _feed = new();
    private readonly string _hive;

    public TemplateFixture()
    {
        _hive = Path.Combine(_feed.Folder, "hive");
        Dotnet(_feed.Folder, "new", "install", PackedFeed.PackagePath("MicroApps.Templates"), "--debug:custom-hive", _hive);
    }

    public static string Version => PackedFeed.Version;

    public string Create(string name, params string[] options)
    {
        Dotnet(_feed.Folder, ["new", "microapp", "-n", name, "--skip-restore", "--debug:custom-hive", _hive, .. options]);
        return Path.Combine(_feed.Folder, name);
    }

    /// <summary>Runs dotnet and gives back what it printed; fails with it when the exit code is not 0.</summary>
    public string Dotnet(string folder, params string[] arguments) => _feed.Dotnet(folder, arguments);

    /// <summary>Runs dotnet and gives back its exit code and what it printed.</summary>
    public (int Code, string Output) Run(string folder, params string[] arguments) => _feed.Run(folder, arguments);

    public void Dispose() => _feed.Dispose();
}
