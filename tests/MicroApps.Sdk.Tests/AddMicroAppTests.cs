using MicroApps;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class AddMicroAppTests : IDisposable
{
    private const string CaptureContent = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";

    private const string Manifest = """
        schema: 1
        id: helper
        name: Helper
        version: 1.0.0
        owner: olga@example.org
        ownerGroup: testers
        purpose: Is tested.
        users: { reach: single-user }
        environments: [sandbox, staging, production]
        data: []
        models:
          - { id: gpt-4o-mini, provider: openai, trust: managed, keySecret: TEST_MODEL_KEY }
        quotas:
          - { per: day, scope: app, spend: 1.00, requests: 2 }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("microapps-sdk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sandbox_withAManifestAlone_answersRedactedStampedAndRecorded()
    {
        using var host = Build(Manifest);
        var chat = host.Services.GetRequiredService<IChatClient>();

        var answer = await chat.GetResponseAsync("Summarise this note: call anna@contoso.com about the refund.");

        var stamp = answer.GetProvenance();
        Assert.Contains("anna@contoso.com", answer.Text);
        Assert.Equal(1, stamp.Redactions["EMAIL_ADDRESS"]);
        Assert.Equal("sandbox", stamp.Provider);
        Assert.True(File.Exists(Path.Combine(_folder, ".microapp", "microapp.db")));
        Assert.True((await host.Services.GetRequiredService<MicroApp>().Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    [Trait("Spec", "QUO-1")]
    public async Task Quota_thatIsUsedUp_saysWhatToDo()
    {
        using var host = Build(Manifest);
        var chat = host.Services.GetRequiredService<IChatClient>();
        await chat.GetResponseAsync("Hello");
        await chat.GetResponseAsync("Hello again");

        var e = await Assert.ThrowsAsync<QuotaExceededException>(() => chat.GetResponseAsync("And again"));

        Assert.Contains("2", e.Message);
        Assert.Contains("quotas[0]", e.Message);
    }

    [Fact]
    public void Start_withoutAManifest_namesTheFileAndTheMend()
    {
        var e = Assert.Throws<MicroAppStartException>(() => Build(null));

        Assert.Contains(Path.Combine(_folder, "microapp.yaml"), e.Message);
        Assert.Contains("MicroApp:ManifestPath", e.Message);
    }

    [Fact]
    [Trait("Spec", "MAN-2")]
    public void Start_withABrokenManifest_listsEveryErrorWithItsPlace()
    {
        var e = Assert.Throws<ManifestException>(() => Build(Manifest.Replace("trust: managed", "trust: managd").Replace("reach: single-user", "reach: everybody")));

        Assert.Equal(2, e.Errors.Count);
        Assert.Contains("microapp.yaml(8,", e.Message);
        Assert.Contains("managed", e.Message);
    }

    [Theory]
    [InlineData("MicroApp:Enviroment", "production", "MicroApp:Enviroment is not a setting")]
    [InlineData("MicroApp:Environment", "prod", "sandbox, staging, production")]
    [InlineData("MicroApp:Quota:DefaultMaxOutputTokens", "many", "a whole number")]
    [InlineData("MicroApp:Quota:LeaseDuration", "00:00:01", "LeaseDuration")]
    [InlineData("MicroApp:Redaction:MinScore", "7", "MinScore")]
    public void Start_withAWrongSetting_saysWhichAndWhatItMustBe(string key, string value, string told) =>
        Assert.Contains(told, Assert.Throws<MicroAppStartException>(() => Build(Manifest, (key, value))).Message);

    [Fact]
    [Trait("Spec", "ACC-3")]
    public void Start_outsideTheSandboxWithoutKeys_namesTheSecret()
    {
        using var host = Build(Manifest, ("MicroApp:Environment", "staging"));

        Assert.Contains("MICROAPP_KEYS", Assert.Throws<SecretException>(() => host.Services.GetRequiredService<MicroApp>()).Message);
    }

    [Fact]
    [Trait("Spec", "ACC-3")]
    public void Client_withoutItsModelsKey_namesTheSecretAndWhereItWasLookedFor()
    {
        using var host = Build(Manifest, ("MicroApp:Environment", "staging"), ("MicroApp:SecretsFolder", "secrets"));
        WriteSecret("MICROAPP_KEYS", KeyRing.CreateSecret());

        var e = Assert.Throws<MicroAppStartException>(() => host.Services.GetRequiredService<IChatClient>());

        Assert.Contains("TEST_MODEL_KEY", e.Message);
        Assert.Contains("secrets", e.Message);
    }

    [Fact]
    [Trait("Spec", "ACC-3")]
    public async Task Keys_thatRotate_arePickedUpWithoutARestart()
    {
        using var host = Build(Manifest, ("MicroApp:Environment", "staging"), ("MicroApp:SecretsFolder", "secrets"));
        WriteSecret("MICROAPP_KEYS", $"first:{KeyRing.CreateSecret()}");
        var app = host.Services.GetRequiredService<MicroApp>();
        Assert.Equal("first", app.Keys.CurrentKeyId);

        WriteSecret("MICROAPP_KEYS", $"second:{KeyRing.CreateSecret()}");
        for (var i = 0; i < 50 && app.Keys.CurrentKeyId == "first"; i++)
            await Task.Delay(100);

        Assert.Equal("second", app.Keys.CurrentKeyId);
    }

    [Fact]
    [Trait("Spec", "OBS-1")]
    public void Start_inProductionWithContentCapture_isRefused()
    {
        Environment.SetEnvironmentVariable(CaptureContent, "true");
        try
        {
            Assert.Contains(CaptureContent, Assert.Throws<MicroAppStartException>(() => Build(Manifest, ("MicroApp:Environment", "production"))).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable(CaptureContent, null);
        }
    }

    [Fact]
    public async Task GovernedClient_inTheSandbox_isNotMade()
    {
        var builder = Builder(Manifest);
        builder.AddMicroApp();
        builder.Services.AddGovernedChatClient(_ => throw new InvalidOperationException("made"));
        using var host = builder.Build();

        Assert.Equal("sandbox", (await host.Services.GetRequiredService<IChatClient>().GetResponseAsync("Hello")).GetProvenance().Provider);
    }

    [Fact]
    [Trait("Spec", "CHT-2")]
    public async Task Client_ofItsOwnInTheSandbox_isRefused()
    {
        using var host = Build(Manifest);
        using var client = new OpenAIChatClient(new OpenAIModelOptions { Model = "gpt-4o-mini", ApiKey = () => "k" });

        var e = await Assert.ThrowsAsync<CallRefusedException>(() => client.Govern(host.Services.GetRequiredService<MicroApp>()).GetResponseAsync("Hello"));

        Assert.Equal("state.sandbox", e.Code);
    }

    [Fact]
    [Trait("Spec", "AUD-5")]
    public async Task Database_thatIsDamaged_refusesCallsAndNamesTheFile()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".microapp"));
        await File.WriteAllTextAsync(Path.Combine(_folder, ".microapp", "microapp.db"), new string('x', 8192));
        using var host = Build(Manifest);

        var e = await Assert.ThrowsAsync<StoreException>(() => host.StartAsync());

        Assert.Equal(StoreFault.Damaged, e.Fault);
        Assert.Contains("microapp.db", e.Message);
    }

    private void WriteSecret(string name, string value)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "secrets"));
        File.WriteAllText(Path.Combine(_folder, "secrets", name), value);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "secrets", name), DateTime.UtcNow.AddSeconds(value.StartsWith("second", StringComparison.Ordinal) ? 5 : 0));
    }

    private IHost Build(string? manifest, params (string Key, string Value)[] settings)
    {
        var builder = Builder(manifest, settings);
        builder.AddMicroApp();
        return builder.Build();
    }

    private HostApplicationBuilder Builder(string? manifest, params (string Key, string Value)[] settings)
    {
        if (manifest is not null)
            File.WriteAllText(Path.Combine(_folder, "microapp.yaml"), manifest);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)));
        return builder;
    }
}
