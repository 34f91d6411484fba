using MicroApps.Tests;

namespace MicroApps.Sdk.Tests;

/// <summary>Makes projects that use the packed MicroApps.Sdk and reads back what their builds tell.</summary>
public sealed class PackageFixture : IDisposable
{
    /// <summary>The tests that share it run one after the other: each build uses both cores by itself.</summary>
    public const string Collection = "package";

    public const string Manifest = """
        schema: 1
        id: shop-helper
        name: Shop helper
        version: 0.1.0
        owner: hanna@contoso.example
        ownerGroup: retail
        purpose: Answers questions about orders.
        users: { reach: single-user }
        environments: [sandbox]
        data:
          - { id: orders, class: confidential }
        models:
          - { id: sandbox-1, provider: sandbox, trust: managed }
        quotas:
          - { per: day, scope: app, spend: 1.00, requests: 200 }

        """;

    private readonly PackedFeed _feed = new();

    internal static string Reference { get; } = $"<PackageReference Include=\"MicroApps.Sdk\" Version=\"{PackedFeed.Version}\" />";

    /// <summary>A key of a known format that nobody has.</summary>
    internal static string Key { get; } = "ghp" + "_" + "Zk3vQ9mT1xR7bN5wL2" + "cY8dF4hJ6pS0aGuE7z";

    /// <summary>Writes a project. Its file has the given properties and items.</summary>
    internal string Write(string name, string properties, string items, params IEnumerable<(string Path, string Text)> files) =>
        WriteWith("Microsoft.NET.Sdk", name, "<OutputType>Exe</OutputType>" + properties, items, files);

    /// <summary>Writes a project of another SDK.</summary>
    internal string WriteWith(string sdk, string name, string properties, string items, params IEnumerable<(string Path, string Text)> files) => _feed.Write(name, files.Append(($"{name}.csproj", $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """)));

    /// <summary>Packs a project, so that others can refer to it.</summary>
    internal void Pack(string folder) => _feed.Dotnet(folder, "pack", "-o", _feed.OwnFeed);

    /// <summary>Builds a project and reads back its SARIF file.</summary>
    internal (bool Succeeded, IReadOnlyList<Told> Told, string Output) Build(string folder, params string[] arguments)
    {
        var sarif = Path.Combine(folder, "build.sarif");
        File.Delete(sarif);
        var (code, output) = _feed.Run(folder, ["build", $"-p:ErrorLog={sarif}%2cversion=2.1", .. arguments]);
        return (code == 0, File.Exists(sarif) ? Told.Read(sarif) : [], output);
    }

    public void Dispose() => _feed.Dispose();
}

[CollectionDefinition(PackageFixture.Collection)]
public sealed class PackageCollection : ICollectionFixture<PackageFixture>;
