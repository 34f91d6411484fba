using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class MAPP1001Tests
{
    private static readonly string s_key = Secret.OpenAI();

    public static TheoryData<string> Places => new(
        """var a = "[|KEY|]";""",
        """var a = @"[|KEY|]";""",
        """var a = "[|KEY|]"u8;""",
        """"var a = """[|KEY|]""";"""",
        """"var a = $"""Bearer [|KEY|] {1}""";"""",
        """var a = $"Bearer [|KEY|]{1}";""",
        """"
        var a = """
            { "apiKey": "[|KEY|]" }
            """;
        """",
        """_ = ""; // [|KEY|]""",
        """_ = ""; /* [|KEY|] */""",
        """
        #if NEVER
        var a = "[|KEY|]";
        #endif
        """,
        """
        #region [|KEY|]
        #endregion
        """,
        """
        /// <summary>Use <c>[|KEY|]</c>.</summary>
        class C;
        """,
        """class C { [Obsolete("[|KEY|]")] void M(string key = "[|KEY|]") { } }""");

    [Theory]
    [MemberData(nameof(Places))]
    public Task Key_is_told_wherever_it_stands(string source) =>
        RuleTest.Reports<MAPP1001CredentialInSource>("_ = 0;\n" + source.Replace("KEY", s_key, StringComparison.Ordinal));

    public static TheoryData<string> Pieces => new(
        """var a = [|"HEAD" + "TAIL"|];""",
        """var a = [|("HEAD") + "TAIL" + 'x'|];""",
        """var a = [|$"{Parts.Head}TAIL"|]; static class Parts { public const string Head = "HEAD"; }""",
        """var a = [|Parts.Head + Parts.Tail|]; static class Parts { public const string Head = "HEAD", Tail = "TAIL"; }""",
        """var a = [|string.Concat("HEAD", "TAIL")|];""",
        """var a = [|string.Join("", "HEAD", "TAIL")|];""",
        """var a = [|new System.Text.StringBuilder("HEAD").Append("TAIL").ToString()|];""",
        """var a = [|string.Format("HEAD{0}", "TAIL")|];""",
        """var a = [|string.Format("{0}{1}", "HEAD", "TAIL")|];""",
        """var a = [|new System.Text.StringBuilder().Append("HEAD").Append("TAIL")|];""",
        """var a = [|"HE\u0041D\u002dTAIL"|];""");

    [Theory]
    [MemberData(nameof(Pieces))]
    public Task Key_in_pieces_is_told_as_a_whole(string source) => RuleTest.Reports<MAPP1001CredentialInSource>(
        source.Replace("HEAD", s_key[..5], StringComparison.Ordinal).Replace("HE\\u0041D\\u002d", "\\u0073k-", StringComparison.Ordinal)
            .Replace("TAIL", source.Contains('\\', StringComparison.Ordinal) ? s_key[3..] : s_key[5..], StringComparison.Ordinal));

    [Fact]
    public Task Sum_of_a_key_and_more_is_told_once() => RuleTest.Reports<MAPP1001CredentialInSource>($"var a = \"Bearer [|{s_key}|]\" + 1 + \"abc\";");

    [Fact]
    public async Task Key_in_a_literal_is_an_error_and_its_value_is_not_shown()
    {
        var found = Assert.Single(await RuleTest.Reports<MAPP1001CredentialInSource>($"var a = \"[|{s_key}|]\";"));

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Equal($"'{s_key[..4]}… ({s_key.Length} characters)' has the form of a key of OpenAI; read it from configuration and revoke it if it was ever committed", found.GetMessage(null));
    }

    [Fact]
    public async Task Beginning_that_many_providers_share_names_none_of_them_alone()
    {
        var found = Assert.Single(await RuleTest.Reports<MAPP1001CredentialInSource>($"var a = \"[|{"sk-" + Secret.Of(32, Secret.Hex)}|]\";"));

        Assert.Contains("key of OpenAI, DeepSeek or another provider", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Identifier_of_an_account_is_silent() => RuleTest.Passes<MAPP1001CredentialInSource>($"var a = \"{"AC" + Secret.Of(32, Secret.Hex)}\";");

    [Fact]
    public async Task Key_in_a_comment_is_a_warning() =>
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await RuleTest.Reports<MAPP1001CredentialInSource>($"_ = 0; // [|{s_key}|]")).Severity);

    [Fact]
    public Task Key_that_the_project_allows_is_silent() => RuleTest.Passes<MAPP1001CredentialInSource>(
        $"var a = \"{s_key}\";", project => project.Options["microapp.MAPP1001.allowed_values_sha256"] = RuleOptions.HashOf(s_key));

    [Theory]
    [InlineData("sk-your-key-goes-here-and-nowhere-else-please")]
    [InlineData("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("^sk-[A-Za-z0-9]{32,}$")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public Task Text_that_is_no_key_is_silent(string value) => RuleTest.Passes<MAPP1001CredentialInSource>($"var a = @\"{value}\";");
}
