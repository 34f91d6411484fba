using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class MAPP1005Tests
{
    private static readonly string s_password = "Tr0ub" + "4dor&3";

    public static TheoryData<string, string> Files => new()
    {
        { "appsettings.json", """{ "OpenAI": { "ApiKey": "[|$1|]" } }""" },
        { "appsettings.Production.json", "{\n  // of the team\n  \"ConnectionStrings\": { \"Shop\": \"[|Server=db.example.org;User Id=app;Password=PW|]\" }\n}" },
        { "appsettings.json", "{ \"A\": 1, // [|$1|]\n \"Smtp\": { \"Password\": \"[|PW|]\" } }" },
        { "launchSettings.json", """{ "profiles": { "app": { "environmentVariables": { "OPENAI_API_KEY": "[|$1|]" } } } }""" },
        { ".env", "# local\nexport DB_PASSWORD=\"[|PW|]\"\nOPENAI_API_KEY=[|$1|]\nPORT=8080\n" },
        { "microapp.yaml", "name: shop\nsmtp:\n  password: [|PW|]\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Secret_in_a_settings_file_is_told_at_its_place(string name, string content)
    {
        var marked = Marked.Parse(Fill(content));

        var found = await Analyze("/app/" + name, marked.Text);

        Assert.Equal(marked.Spans, found.Select(d => d.Location.SourceSpan));
        var line = marked.Text[..marked.Spans[0].Start].Count(c => c == '\n');
        Assert.Equal(line, found[0].Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("appsettings.json", DiagnosticSeverity.Error)]
    [InlineData("appsettings.Development.json", DiagnosticSeverity.Warning)]
    public async Task Severity_is_that_of_the_file(string name, DiagnosticSeverity severity)
    {
        var found = Assert.Single(await Analyze("/app/" + name, Fill("""{ "OpenAI": { "ApiKey": "$1" } }""")));

        Assert.Equal(severity, found.Severity);
        Assert.Contains("dotnet user-secrets set \"OpenAI:ApiKey\" <value>", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("appsettings.json", """{ "OpenAI": { "ApiKey": "", "Model": "gpt-4o-2024-08-06", "TokenLimit": "4096" } }""")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=localhost;User Id=sa;Password=PW" }""")]
    [InlineData("appsettings.json", """{ "AzureAd": { "ClientId": "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "ClientSecret": "<from the vault>" } """)]
    [InlineData(".env", "API_KEY=${VAULT_API_KEY}\nPASSWORD=\n=\n")]
    [InlineData("notes.json", """{ "ApiKey": "$1" }""")]
    public async Task Harmless_and_broken_files_are_silent(string name, string content) => Assert.Empty(await Analyze("/app/" + name, Fill(content)));

    private static string Fill(string content) =>
        content.Replace("$1", Secret.OpenAI(), StringComparison.Ordinal).Replace("PW", s_password, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string path, string content)
    {
        var project = Project.Of("_ = 0;");
        project.AdditionalFiles.Add((path, content));
        return await Project.Analyze(project.Open(), new MAPP1005SecretInSettings());
    }
}
