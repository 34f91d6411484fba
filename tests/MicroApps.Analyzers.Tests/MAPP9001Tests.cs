namespace MicroApps.Analyzers.Tests;

public class MAPP9001Tests
{
    [Theory]
    [InlineData("microapp.secret_name_word", "x", "'microapp.secret_name_word' is not known")]
    [InlineData("microapp.mapp1001.allowed_values_sha256", "abc", "64 characters")]
    public async Task Option_that_does_nothing_is_told_once(string key, string value, string expected)
    {
        var project = Project.Of("_ = 0;");
        project.Sources.Add(("/app/Other.cs", "class Other;"));
        project.Options[key] = value;

        var found = Assert.Single(await Project.Analyze(project.Open(), new MAPP9001UnknownOption()));

        Assert.Contains(expected, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_options_are_silent()
    {
        var project = Project.Of("_ = 0;");
        foreach (var key in RuleOptions.Known)
            project.Options[key] = RuleOptions.HashOf("a");

        Assert.Empty(await Project.Analyze(project.Open(), new MAPP9001UnknownOption()));
    }
}
