using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class MAPP1003Tests
{
    private static readonly string s_password = "Tr0ub" + "4dor-3";

    public static TheoryData<string, DiagnosticSeverity> Texts => new()
    {
        { "Server=db.example.org;User Id=app;Password=PW", DiagnosticSeverity.Error },
        { "Host=db.example.org;Username=app;Password='PW;x';Database=shop", DiagnosticSeverity.Error },
        { "cache.example.org:6380,password=PW,ssl=True", DiagnosticSeverity.Error },
        { "amqps://app:PW@mq.example.org/shop", DiagnosticSeverity.Error },
        { "Server=localhost;User Id=app;Password=PW", DiagnosticSeverity.Info },
        { "postgres://app:PW@127.0.0.1:5432/shop", DiagnosticSeverity.Info },
        { "Host=db;Username=postgres;Password=postgres", DiagnosticSeverity.Info },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Secret_is_told_and_what_is_local_as_information(string text, DiagnosticSeverity severity)
    {
        var found = await RuleTest.Reports<MAPP1003SecretInConnection>($"var s = [|\"{text.Replace("PW", s_password, StringComparison.Ordinal)}\"|];");

        Assert.Equal(severity, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData("\"Server=db;User Id=app;Password={0}\"")]
    [InlineData("\"Server=db;User Id=app;Password=@password;\"")]
    [InlineData("\"Server=db;User Id=app;Password=\" + Console.ReadLine()")]
    [InlineData("$\"Server=db;User Id=app;Password={1}\"")]
    [InlineData("\"Server=db;Trusted_Connection=True\"")]
    [InlineData("\"https://example.org/a:b@c\"")]
    [InlineData("\"https://user:{password}@example.org\"")]
    public Task Text_without_a_secret_is_silent(string expression) => RuleTest.Passes<MAPP1003SecretInConnection>($"var s = {expression};");

    [Fact]
    public Task Text_in_pieces_is_put_together() => RuleTest.Reports<MAPP1003SecretInConnection>(
        $"const string Server = \"db.example.org\"; var s = [|\"Server=\" + Server + $\";User Id={{1}};Password={s_password}\"|];");
}
