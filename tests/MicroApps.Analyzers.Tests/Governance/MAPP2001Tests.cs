using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class MAPP2001Tests
{
    [Theory]
    [MemberData(nameof(EndpointBar.Told), MemberType = typeof(EndpointBar))]
    public Task Endpoint_is_told(string source) => RuleTest.Reports<MAPP2001PublicEndpoint>("_ = args;\n" + source);

    [Theory]
    [MemberData(nameof(EndpointBar.Silent), MemberType = typeof(EndpointBar))]
    public Task Other_address_or_mere_mention_is_silent(string source) => RuleTest.Passes<MAPP2001PublicEndpoint>("_ = args;\n" + source);

    [Theory]
    [InlineData("models.partner.test", "https://models.partner.test/v1")]
    [InlineData("*.partner.test", "https://eu.partner.test/v1")]
    public async Task Host_that_the_project_adds_is_told(string host, string address)
    {
        await RuleTest.Passes<MAPP2001PublicEndpoint>($"var a = \"{address}\";");
        await RuleTest.Reports<MAPP2001PublicEndpoint>($"var a = [|\"{address}\"|];", project => project.Options["microapp.MAPP2001.additional_hosts"] = host);
    }

    [Theory]
    [InlineData("[|$\"https://api.{Brand}.com/v1\"|]")]
    [InlineData("[|\"https://\" + Name + Brand + \".com/v1\"|]")]
    [InlineData("[|string.Concat(Scheme, Name, Brand, \".com\")|]")]
    public Task Host_of_constants_that_show_none_alone_is_told(string text) => RuleTest.Reports<MAPP2001PublicEndpoint>(
        $$"""
        var a = {{text}};
        partial class Program { const string Scheme = "https://", Name = "api.", Brand = "openai"; }
        """);

    [Fact]
    public async Task Message_names_host_and_provider()
    {
        var found = Assert.Single(await RuleTest.Reports<MAPP2001PublicEndpoint>("""var a = [|"https://api.groq.com/openai/v1"|];"""));

        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.StartsWith("'api.groq.com' is a public endpoint of Groq; ", found.GetMessage(null), StringComparison.Ordinal);
    }
}
