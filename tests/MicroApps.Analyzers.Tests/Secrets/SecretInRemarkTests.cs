using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class SecretInRemarkTests
{
    private static readonly string s_key = Secret.Of(40), s_password = "Tr0ub" + "4dor-3";

    [Theory]
    [InlineData("MAPP1002", "// apiKey = \"[|KEY|]\";")]
    [InlineData("MAPP1002", "_ = 1; // SPEECH_API_KEY=[|KEY|]")]
    [InlineData("MAPP1002", "/* old\n   api-key: [|KEY|]\n*/")]
    [InlineData("MAPP1002", "// X-Auth-Token: Bearer [|KEY|]")]
    [InlineData("MAPP1002", "#if NEVER\nvar dbPassword = \"[|PW|]\";\n#endif")]
    [InlineData("MAPP1002", "#if NEVER\n#else\n_ = 1;\n#endif\n#if NEVER\n#if OTHER\n#endif\nvar key = \"[|KEY|]\";\n#endif")]
    [InlineData("MAPP1003", "// var cs = \"Server=db.acme.example;User Id=app;Password=[|PW|]\";")]
    [InlineData("MAPP1003", "// amqp://app:[|PW|]@mq.acme.example/shop")]
    [InlineData("MAPP1003", "#if NEVER\nvar cs = \"Server=db.acme.example;User Id=app;Password=[|PW|]\";\n#endif")]
    public async Task Secret_in_a_remark_is_a_warning(string id, string remark)
    {
        var found = Assert.Single(await RuleTest.Reports<SecretInRemark>("_ = 0;\n" + Fill(remark)));

        Assert.Equal((id, DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.DoesNotContain(s_key, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var apiKey = \"KEY\";")]
    [InlineData("#if !NEVER\nvar apiKey = \"KEY\";\n#endif")]
    [InlineData("var u = \"// apiKey = 'KEY'\";")]
    [InlineData("/// <summary><c>apiKey = \"KEY\"</c></summary>\nclass C;")]
    [InlineData("// cacheKey = \"KEY\"")]
    [InlineData("// Server=localhost;User Id=app;Password=PW")]
    [InlineData("// apiKey = \"your-api-key-1\"")]
    public Task Live_code_documentation_and_examples_are_silent(string source) => RuleTest.Passes<SecretInRemark>("_ = 0;\n" + Fill(source));

    [Fact]
    public Task Key_of_a_known_format_is_left_to_its_own_rule() => RuleTest.Passes<SecretInRemark>($"_ = 0; // apiKey = \"{Secret.OpenAI()}\"");

    [Fact]
    public Task Allowed_value_is_silent() => RuleTest.Passes<SecretInRemark>(
        $"_ = 0; // apiKey = \"{s_key}\"", project => project.Options["microapp.MAPP1001.allowed_values_sha256"] = RuleOptions.HashOf(s_key));

    private static string Fill(string text) => text.Replace("KEY|]", s_key + "|]", StringComparison.Ordinal).Replace("\"KEY\"", $"\"{s_key}\"", StringComparison.Ordinal)
        .Replace("'KEY'", $"'{s_key}'", StringComparison.Ordinal).Replace("PW", s_password, StringComparison.Ordinal);
}
