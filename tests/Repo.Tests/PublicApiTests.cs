using System.Reflection;
using MicroApps.Tests;

namespace Repo.Tests;

public sealed class PublicApiTests
{
    public static TheoryData<string> Packages =>
        ["MicroApps", "MicroApps.Detection", "MicroApps.Ledger", "MicroApps.Names", "MicroApps.OpenAI", "MicroApps.Rego", "MicroApps.Sdk", "MicroApps.Sqlite", "MicroApps.Testing"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_api_is_the_recorded_one(string package) =>
        Snapshot.Match(PublicApiText.Of(Assembly.Load(package)), $"PublicApi/{package}.txt");
}
