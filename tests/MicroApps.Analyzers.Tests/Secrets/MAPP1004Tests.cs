namespace MicroApps.Analyzers.Tests;

public class MAPP1004Tests
{
    private const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration config = null!;\n";

    private static readonly string s_value = "dev" + "-4711-key";

    [Theory]
    [InlineData("Environment.GetEnvironmentVariable(\"API_KEY\") ?? [|\"VALUE\"|]")]
    [InlineData("config[\"OpenAI:ApiKey\"] ?? [|\"VALUE\"|]")]
    [InlineData("config.GetSection(\"ApiKey\").Value ?? [|\"VALUE\"|]")]
    [InlineData("Environment.GetEnvironmentVariable(\"API_KEY\") ?? config[\"ApiKey\"] ?? [|\"VALUE\"|]")]
    [InlineData("Microsoft.Extensions.Configuration.ConfigurationBinder.GetValue(config, \"ApiKey\", [|\"VALUE\"|])")]
    [InlineData("Microsoft.Extensions.Configuration.ConfigurationBinder.GetValue(config, defaultValue: [|\"VALUE\"|], key: \"ApiKey\")")]
    [InlineData("Microsoft.Extensions.Configuration.ConfigurationBinder.GetValue(config, typeof(string), \"ApiKey\", [|\"VALUE\"|])")]
    [InlineData("Environment.GetEnvironmentVariable(\"API_KEY\") is null ? [|\"VALUE\"|] : Environment.GetEnvironmentVariable(\"API_KEY\")")]
    public Task Fallback_of_a_secret_is_told(string expression) =>
        RuleTest.Reports<MAPP1004SecretFallback>($"{Configuration}var s = {expression.Replace("VALUE", s_value, StringComparison.Ordinal)};");

    [Theory]
    [InlineData("config[\"OpenAI:Model\"] ?? \"gpt-4o-mini-2024\"")]
    [InlineData("Microsoft.Extensions.Configuration.ConfigurationBinder.GetValue<string>(config, \"OpenAI:ApiKey2\")")]
    [InlineData("config[\"OpenAI:ApiKey\"] ?? \"\"")]
    [InlineData("config[\"OpenAI:ApiKey\"] ?? \"<your-key>\"")]
    [InlineData("config[\"OpenAI:ApiKey\"] ?? throw new InvalidOperationException(\"OpenAI:ApiKey 1 is missing\")")]
    [InlineData("config[\"Auth:TokenEndpoint\"] ?? \"https://login.example.org/oauth2/token\"")]
    public Task Other_fallbacks_are_silent(string expression) => RuleTest.Passes<MAPP1004SecretFallback>($"{Configuration}var s = {expression};");
}
