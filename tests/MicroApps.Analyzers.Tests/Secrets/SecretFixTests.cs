namespace MicroApps.Analyzers.Tests;

public class SecretFixTests
{
    private const string Throw = "?? throw new InvalidOperationException";

    private static readonly string s_password = "Tr0ub" + "4dor&3";

    [Fact]
    public Task Secret_is_read_from_the_environment_where_there_is_no_configuration() => FixTest.Fixes<MAPP1002LikelySecret, SecretToConfigurationFix>(
        $"var dbPassword = \"{s_password}\";\nvar smtpPassword = (\"{s_password}\");\n",
        $"var dbPassword = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") {Throw}(\"The environment variable DB_PASSWORD is not set.\");\n"
        + $"var smtpPassword = (Environment.GetEnvironmentVariable(\"SMTP_PASSWORD\") {Throw}(\"The environment variable SMTP_PASSWORD is not set.\"));\n");

    [Fact]
    public Task Key_of_a_known_format_is_named_after_its_issuer() => FixTest.Fixes<MAPP1001CredentialInSource, SecretToConfigurationFix>(
        $$"""
        using Microsoft.Extensions.Hosting;
        var builder = Host.CreateApplicationBuilder(args);
        var x = "{{Secret.OpenAI()}}";
        Console.WriteLine("key " + "{{Secret.OpenAI(5)}}".Length);
        """,
        $$"""
        using Microsoft.Extensions.Hosting;
        var builder = Host.CreateApplicationBuilder(args);
        var x = builder.Configuration["OpenAI:ApiKey"] {{Throw}}("OpenAI:ApiKey is not set: dotnet user-secrets set \"OpenAI:ApiKey\" <value>");
        Console.WriteLine("key " + (builder.Configuration["OpenAI:ApiKey"] {{Throw}}("OpenAI:ApiKey is not set: dotnet user-secrets set \"OpenAI:ApiKey\" <value>")).Length);
        """);

    [Fact]
    public Task Injected_configuration_is_used() => FixTest.Fixes<MAPP1002LikelySecret, SecretToConfigurationFix>(
        $$"""
        _ = 0;
        class Mail(Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            public string Password() => "{{s_password}}";
        }
        """,
        $$"""
        _ = 0;
        class Mail(Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            public string Password() => configuration["Password"] {{Throw}}("Password is not set: dotnet user-secrets set \"Password\" <value>");
        }
        """);

    [Fact]
    public Task Fallback_becomes_an_exception() => FixTest.Fixes<MAPP1004SecretFallback, SecretFallbackFix>(
        "var k = Environment.GetEnvironmentVariable(\"API_KEY\") ?? \"dev-4711-key\";\n",
        $"var k = Environment.GetEnvironmentVariable(\"API_KEY\") {Throw}(\"The environment variable API_KEY is not set.\");\n");

    [Fact]
    public Task Fallback_of_a_known_format_becomes_an_exception() => FixTest.Fixes<MAPP1001CredentialInSource, SecretFallbackFix>(
        $"var k = Environment.GetEnvironmentVariable(\"API_KEY\") ?? \"{Secret.OpenAI()}\";\n",
        $"var k = Environment.GetEnvironmentVariable(\"API_KEY\") {Throw}(\"The environment variable API_KEY is not set.\");\n");

    [Theory]
    [InlineData("const string Password = \"PW\";")]
    [InlineData("_ = 0; static void Login(string password = \"PW\") { }")]
    [InlineData("_ = 0; [Login(\"PW\")] class C; class LoginAttribute(string password) : Attribute { public string P = password; }")]
    [InlineData("var password = Console.ReadLine(); switch (password) { case \"PW\": break; }")]
    [InlineData("var password = Console.ReadLine(); _ = password is \"PW\";")]
    [InlineData("byte[] password = \"PW\"u8.ToArray();")]
    [InlineData("System.Linq.Expressions.Expression<Func<string, bool>> test = password => password == \"PW\";")]
    public Task No_fix_is_offered_where_a_constant_must_stand(string source) =>
        FixTest.OffersNone<MAPP1002LikelySecret, SecretToConfigurationFix>(source.Replace("PW", s_password, StringComparison.Ordinal));

    [Fact]
    public Task No_fix_is_offered_for_a_part_of_a_text_or_a_comment() =>
        FixTest.OffersNone<MAPP1001CredentialInSource, SecretToConfigurationFix>($"var s = \"Bearer {Secret.OpenAI()}\"; // {Secret.OpenAI(3)}\n");
}
