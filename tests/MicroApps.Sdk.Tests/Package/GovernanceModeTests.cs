namespace MicroApps.Sdk.Tests;

[Trait("Spec", "ANA-1")]
[Collection(PackageFixture.Collection)]
public sealed class GovernanceModeTests(PackageFixture package)
{
    private const string Off = "MicroApps.RedactionOptions redaction = new() { MinScore = 1.0 };\n";

    private const string Reason = "<MicroAppSuppressionReason>GOV-12: a test</MicroAppSuppressionReason>";

    private static readonly (string, string)[] s_app =
        [("microapp.yaml", PackageFixture.Manifest), ("Program.cs", Off + $"var key = \"{PackageFixture.Key}\";\nvar endpoint = \"https://api.openai.com/v1\";\nConsole.WriteLine(key + endpoint + redaction);\n")];

    [Theory]
    [InlineData("", "MAPP2004 error Program.cs(1,48)", "MAPP1001 error Program.cs(2,12)", "MAPP2001 warning Program.cs(3,16)")]
    [InlineData("advise", "MAPP2004 warning Program.cs(1,48)", "MAPP1001 warning Program.cs(2,12)", "MAPP2001 warning Program.cs(3,16)")]
    [InlineData("Enforce", "MAPP2004 error Program.cs(1,48)", "MAPP1001 error Program.cs(2,12)", "MAPP2001 error Program.cs(3,16)")]
    public void Mode_setsTheSeverities(string mode, params string[] expected)
    {
        var app = package.Write("Mode" + mode, $"<MicroAppGovernance>{mode}</MicroAppGovernance>", PackageFixture.Reference, s_app);

        var (succeeded, told, output) = package.Build(app);

        Assert.Equal(expected, told.Select(t => t.ToString()));
        Assert.True(succeeded == (mode == "advise"), output);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("enforce", "MAPP2004 error Program.cs(1,48)")]
    public void EditorConfig_wins_exceptOverWhatEnforceMakesNotConfigurable(string mode, string expected)
    {
        var quiet = "root = true\n[*.cs]\n" + string.Concat(new[] { "1001", "2001", "2004", "2006" }.Select(id => $"dotnet_diagnostic.MAPP{id}.severity = none\n"));
        var app = package.Write("Quiet" + mode, $"<MicroAppGovernance>{mode}</MicroAppGovernance><NoWarn>MAPP2004</NoWarn>{Reason}", PackageFixture.Reference, [.. s_app, (".editorconfig", quiet)]);

        Assert.Equal(expected, string.Concat(package.Build(app).Told));
    }

    [Fact]
    public void Suppression_withoutAReason_isTold()
    {
        var app = package.Write("Reasonless", "<NoWarn>MAPP1001;MAPP2001;MAPP2004</NoWarn>", PackageFixture.Reference, s_app);

        var told = package.Build(app).Told;

        Assert.Equal(["MAPP2006 note", "MAPP2006 note", "MAPP2006 note"], told.Select(t => t.ToString()));
        Assert.All(told, t => Assert.Contains("MicroAppSuppressionReason", t.Message));
    }

    [Theory]
    [InlineData("-p:MicroAppGovernance=strict", "MicroAppGovernance is 'strict'; write advise or enforce, or leave it out.")]
    [InlineData("-p:MicroAppGovernance=enforce;MicroAppAnalyzers=false", "MicroAppGovernance is 'enforce', so the rules must run")]
    [InlineData("-p:MicroAppGovernance=enforce;RunAnalyzersDuringBuild=false", "MicroAppGovernance is 'enforce', so the rules must run")]
    public void Contradiction_stopsTheBuild(string property, string message)
    {
        var app = package.Write("Contradiction", "", PackageFixture.Reference, s_app);

        var (succeeded, _, output) = package.Build(app, property);

        Assert.False(succeeded);
        Assert.Contains(message, output);
    }
}
