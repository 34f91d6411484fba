namespace MicroApps.Analyzers.Tests;

public class SecretFixTests
{
    private const string Throw = "?? throw new InvalidOperationException";

    private static readonly string s_password = "Tr0ub" + "4dor&3";
    private static readonly string s_connection = "Server=db.example.org;Database=shop;User Id=app;Pass" + "word=Tr0ub" + "4dor&3";

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

    [Theory]
    [InlineData("const string password = VALUE;\nConsole.WriteLine(password);\n", "string password = READ(\"PASSWORD\");\nConsole.WriteLine(password);\n")]
    [InlineData(
        "_ = 0;\nclass C\n{\n    private const string Password = VALUE;\n    string M() => nameof(Password) + Password;\n}\n",
        "_ = 0;\nclass C\n{\n    private static string Password => READ(\"PASSWORD\");\n    string M() => nameof(Password) + Password;\n}\n")]
    [InlineData("_ = 0;\nstatic class C { const String Password = VALUE; }\n", "_ = 0;\nstatic class C { static String Password => READ(\"PASSWORD\"); }\n")]
    [InlineData("_ = 0;\nclass C { private static readonly string Password = VALUE; }\n", "_ = 0;\nclass C { private static readonly string Password = READ(\"PASSWORD\"); }\n")]
    public Task Constant_that_need_not_be_one_is_read(string was, string becomes) => FixTest.Fixes<MAPP1002LikelySecret, SecretToConfigurationFix>(
        was.Replace("VALUE", $"\"{s_password}\"", StringComparison.Ordinal),
        becomes.Replace("READ(\"PASSWORD\")", $"Environment.GetEnvironmentVariable(\"PASSWORD\") {Throw}(\"The environment variable PASSWORD is not set.\")", StringComparison.Ordinal));

    [Theory]
    [InlineData("using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.Hosting;\n", "using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.Hosting;\n")]
    [InlineData("using Microsoft.Extensions.Hosting;\n", "using Microsoft.Extensions.Hosting;\nusing Microsoft.Extensions.Configuration;\n")]
    public Task Connection_string_is_read_from_configuration(string usings, string becomes)
    {
        const string Builder = "var builder = Host.CreateApplicationBuilder(args);\n";
        return FixTest.Fixes<MAPP1003SecretInConnection, ConnectionStringFix>(
            usings + Builder + $"var shopConnection = \"{s_connection}\";\nConsole.WriteLine(\"{s_connection}\");\n",
            becomes + Builder + $"var shopConnection = {Read("Shop")};\nConsole.WriteLine({Read("Default")});\n");

        static string Read(string name) =>
            $"builder.Configuration.GetConnectionString(\"{name}\") {Throw}(\"ConnectionStrings:{name} is not set: dotnet user-secrets set \\\"ConnectionStrings:{name}\\\" <value>\")";
    }

    [Theory]
    [InlineData("var shop = VALUE;")]
    [InlineData("using Microsoft.Extensions.Configuration; class C(IConfiguration settings) { const string Shop = VALUE; object M() => settings; static void Main() { } }")]
    [InlineData("using Microsoft.Extensions.Configuration; class C(IConfiguration settings) { object M() => settings; static string N() => VALUE; static void Main() { } }")]
    [InlineData("using Microsoft.Extensions.Configuration; class C(IConfiguration settings) { object M() => settings; class D { string N() => VALUE; } static void Main() { } }")]
    public Task Connection_string_without_configuration_has_no_fix(string source) =>
        FixTest.OffersNone<MAPP1003SecretInConnection, ConnectionStringFix>(source.Replace("VALUE", $"\"{s_connection}\"", StringComparison.Ordinal));

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
    [InlineData("const string Password = \"PW\"; static string Read() => Password;")]
    [InlineData("const string Password = \"PW\"; string Read() => Password;")]
    [InlineData("const string Password = \"PW\"; const string Other = Password;")]
    [InlineData("const string Password = \"PW\", Other = \"a\";")]
    [InlineData("_ = 0; class C { public const string Password = \"PW\"; }")]
    [InlineData("_ = 0; class C { internal const string Password = \"PW\"; }")]
    [InlineData("_ = 0; class C { [Obsolete] private const string Password = \"PW\"; }")]
    [InlineData("_ = 0; class C { private const string Password = \"PW\"; void M(string a = Password) { } }")]
    [InlineData("_ = 0; class C { private const string Password = \"PW\"; bool M(string a) => a is Password; }")]
    [InlineData("_ = 0; class C { private const string Password = \"PW\"; const string Header = \"a\" + Password; }")]
    [InlineData("_ = 0; class C { private const string Password = \"PW\"; [Obsolete(Password)] void M() { } }")]
    [InlineData("_ = 0; partial class C { private const string Password = \"PW\"; } partial class C { void M(string a) { switch (a) { case Password: break; } } }")]
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
