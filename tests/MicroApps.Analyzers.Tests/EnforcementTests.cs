using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class EnforcementTests
{
    private const string Off = "MicroApps.RedactionOptions o = new() { MinScore = 1.0 };";

    private const string Pragma = "#pragma warning disable MAPP2004 // because\nclass P { static void Main() { " + Off + " } }";

    public static TheoryData<string> Suppressions =>
    [
        Pragma,
        "class P { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"x\", \"MAPP2004\", Justification = \"because\")] static void Main() { " + Off + " } }",
    ];

    [Theory]
    [MemberData(nameof(Suppressions))]
    public async Task Suppression_in_source_holds_in_other_modes(string source) => Assert.Empty(await Analyze(source, []));

    [Theory]
    [MemberData(nameof(Suppressions))]
    public async Task Suppression_in_source_does_not_hold_when_enforced(string source)
    {
        var found = Assert.Single(await Analyze(source, new() { ["build_property.MicroAppGovernance"] = " Enforce" }));

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    [Fact]
    public async Task Test_projects_are_left_out() =>
        Assert.Empty(await Analyze(Pragma, new() { ["build_property.MicroAppGovernance"] = "enforce", ["build_property.IsTestProject"] = "True" }));

    private static async Task<IEnumerable<Diagnostic>> Analyze(string source, Dictionary<string, string> properties)
    {
        var project = Project.Of(source);
        foreach (var (name, value) in properties)
            project.Properties[name] = value;
        return (await Project.Analyze(project.Open(), new MAPP2004ProtectionOff())).Where(d => !d.IsSuppressed);
    }
}
