using MicroApps.Detection;

namespace Repo.Tests;

public sealed class DetectionGuideTests
{
    [Fact]
    public void Guide_names_every_type_that_is_found()
    {
        var guide = RepoFiles.Read("docs/detection.md");
        var missing = EntityTypes.All.Select(t => t.Name).Where(name => !guide.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Equal("", string.Join(", ", missing));
    }
}
