using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class MAPP2002Tests
{
    // Clients whose packages are not at hand: by the names they have.
    private const string Others = """
        namespace OllamaSharp { public class OllamaApiClient { public OllamaApiClient(string uri) { } } }
        namespace Azure.AI.OpenAI { public class AzureOpenAIClient { public AzureOpenAIClient(System.Uri uri, object key) { } } }
        namespace Google.GenAI { public class Client { } }
        namespace Google.Cloud.AIPlatform.V1 { public class PredictionServiceClient { public static PredictionServiceClient Create() => null!; } }
        namespace Microsoft.Extensions.Hosting { public static class AspireOpenAIExtensions { public static object AddOpenAIClient(this IHostApplicationBuilder builder, string name) => name; public static object Read(this IHostApplicationBuilder builder) => builder; } }
        namespace Mistral.SDK { public class MistralClient { public MistralClient(string key) { } } }
        """;

    public static TheoryData<string> Told => new(
        """var a = [|new OpenAI.OpenAIClient(args[0])|];""",
        """var a = [|new OpenAI.Chat.ChatClient("gpt", args[0])|];""",
        """OpenAI.Chat.ChatClient a = [|new("gpt", args[0])|];""",
        """using OpenAI; var a = [|new OpenAIClient(args[0])|].GetChatClient("gpt");""",
        """var a = [|new OpenAI.Embeddings.EmbeddingClient("text", args[0])|];""",
        """var a = [|new Anthropic.AnthropicClient()|];""",
        """var a = [|new OllamaSharp.OllamaApiClient(args[0])|];""",
        """var a = [|new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(args[0]), 1)|];""",
        """var a = [|new Google.GenAI.Client()|];""",
        """var a = [|Google.Cloud.AIPlatform.V1.PredictionServiceClient.Create()|];""",
        """var a = [|new Mistral.SDK.MistralClient(args[0])|];""",
        """var a = [|new My(args[0])|]; class My(string key) : OpenAI.OpenAIClient(key);""",
        """class C { readonly OpenAI.OpenAIClient _a = [|new("x")|]; }""",
        """using Microsoft.Extensions.DependencyInjection; new ServiceCollection().AddSingleton(_ => [|new OpenAI.OpenAIClient(args[0])|]);""",
        """using Microsoft.Extensions.DependencyInjection; _ = args; [|new ServiceCollection().AddSingleton<OpenAI.OpenAIClient>()|];""",
        """var a = [|Activator.CreateInstance<OpenAI.OpenAIClient>()|];""",
        """using Microsoft.Extensions.Hosting; var builder = Host.CreateApplicationBuilder(args); [|builder.AddOpenAIClient("chat")|];""",
        """var a = [|new MicroApps.OpenAIChatClient(new() { Model = "gpt" })|];""");

    public static TheoryData<string> Allowed => new(
        """var a = new MicroApps.OpenAIModelOptions();""",
        """using Microsoft.Extensions.Hosting; var builder = Host.CreateApplicationBuilder(args); builder.Read();""",
        """
        using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting;
        var builder = Host.CreateApplicationBuilder(args); builder.AddOpenAIClient("chat");
        builder.Services.AddGovernedChatClient(services => services.GetRequiredService<Microsoft.Extensions.AI.IChatClient>());
        """,
        """using MicroApps; class C(MicroApp app) { object M() => new OpenAIChatClient(new() { Model = "gpt" }).Govern(app); }""",
        """using MicroApps; class C(MicroApp app) { object M() { var raw = new OpenAIChatClient(new() { Model = "gpt" }); return raw.Govern(app).InvokeTools(); } }""",
        """
        using MicroApps; using Microsoft.Extensions.AI;
        class Own : ModelProvider
        {
            public override IReadOnlyList<string> Names => ["own"];
            protected override IChatClient CreateChatClientCore(ManifestModel model, SecretSource secrets) => new OpenAIChatClient(new() { Model = model.Id });
        }
        """,
        """
        using Microsoft.Extensions.Hosting;
        var builder = Host.CreateApplicationBuilder(args);
        builder.AddMicroApp().AddGuard(MicroApps.GuardPoint.AfterRedaction, _ => new Own(new OpenAI.OpenAIClient("x")));
        class Own(OpenAI.OpenAIClient client) : MicroApps.Guard { public override string Name => client.ToString()!; }
        """,
        """var a = new Program.ChatClient(); partial class Program { public class ChatClient; }""",
        """using Microsoft.Extensions.AI; class C(IChatClient chat) { object M() => chat.GetResponseAsync("x"); }""");

    [Theory]
    [MemberData(nameof(Told))]
    public Task Client_of_a_provider_is_told(string source) => RuleTest.Reports<MAPP2002RawClient>(WithEntry(source), Add);

    [Theory]
    [MemberData(nameof(Allowed))]
    public Task Governed_or_registered_client_is_silent(string source) => RuleTest.Passes<MAPP2002RawClient>(WithEntry(source), Add);

    [Fact]
    public async Task Client_in_a_test_project_is_an_info()
    {
        var found = Assert.Single(await RuleTest.Reports<MAPP2002RawClient>(
            "var a = [|new OpenAI.OpenAIClient(args[0])|];", project => project.Sources.Add(("/app/Fact.cs", "namespace Xunit { public class FactAttribute : System.Attribute; }"))));

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Fact]
    public Task Client_that_the_project_allows_is_silent() => RuleTest.Passes<MAPP2002RawClient>(
        "var a = new OpenAI.OpenAIClient(args[0]);", project => project.Options["microapp.allowed_client_types"] = "OpenAI.OpenAIClient");

    private static string WithEntry(string source) =>
        source.Contains("var a =", StringComparison.Ordinal) || source.Contains("args", StringComparison.Ordinal) ? source : source + "\npartial class Program { static void Main() { } }";

    private static void Add(Project project) => project.Sources.Add(("/app/Others.cs", Others));
}
