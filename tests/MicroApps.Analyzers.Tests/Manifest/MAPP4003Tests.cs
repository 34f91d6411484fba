namespace MicroApps.Analyzers.Tests;

[Trait("Spec", "ANA-1")]
public class MAPP4003Tests
{
    private const string More = """
          - { id: named, provider: openai, deployment: mine, trust: public }
          - { id: vectors, provider: openai, trust: public, use: [embeddings] }
        tools:
          - { name: Search, sideEffects: read }
        egress:
          - { host: api.contoso.com }

        """;

    public static TheoryData<string> Undeclared => new(
        """_ = new ChatOptions { ModelId = [|"gpt-4o"|] };""",
        """var a = new ChatOptions(); a.ModelId = [|"gpt-4o"|];""",
        """_ = new ChatOptions { ModelId = [|Names.Model|] }; static class Names { public const string Model = "gpt-" + "4o"; }""",
        """_ = new ChatOptions { ModelId = [|"vectors"|] };""",
        """_ = new EmbeddingGenerationOptions { ModelId = [|"small"|] };""",
        """_ = new OpenAIModelOptions { Model = [|"gpt-4o"|] };""",
        """_ = Services.Of().GetRequiredKeyedService<IChatClient>([|"gpt-4o"|]);""",
        """_ = Services.Of().GetKeyedService<IChatClient>([|"mine"|]);""",
        """class C([FromKeyedServices([|"gpt-4o"|])] IChatClient chat) { object A => chat; static void Main() { } }""",
        """var a = ([FromKeyedServices([|"gpt-4o"|])] IChatClient chat) => chat;""",
        """_ = new ChatOptions { Tools = [[|AIFunctionFactory.Create(Tool.Mail)|]] };""",
        """_ = new ChatOptions { Tools = [AIFunctionFactory.Create(Tool.Search), [|AIFunctionFactory.Create(Tool.MailAsync)|]] };""",
        """_ = new ChatOptions { Tools = new List<AITool> { [|AIFunctionFactory.Create(() => 1, "send_mail")|] } };""",
        """_ = new ChatOptions { Tools = [new ApprovalRequiredAIFunction([|AIFunctionFactory.Create(Tool.Mail)|])] };""",
        """var a = [|AIFunctionFactory.Create(Tool.Mail)|]; _ = new ChatOptions { Tools = [a] };""",
        """AITool[] a = [[|AIFunctionFactory.Create(Tool.Mail)|]]; var o = new ChatOptions(); o.Tools = a;""",
        """var o = new ChatOptions { Tools = [] }; o.Tools.Add([|AIFunctionFactory.Create(Tool.Mail)|]);""",
        """await new HttpClient().GetAsync([|"https://api.fabrikam.com/v1"|]);""",
        """var http = new HttpClient(); var id = args[0]; await http.GetStringAsync([|$"https://API.fabrikam.com:8443/orders/{id}"|]);""",
        """var a = new HttpClient { BaseAddress = [|new Uri("http://api.fabrikam.com")|] };""",
        """var a = new HttpRequestMessage(HttpMethod.Post, [|"https://api.fabrikam.com"|]);""");

    public static TheoryData<string> Silent => new(
        """_ = new ChatOptions { ModelId = "small" };""",
        """_ = new ChatOptions { ModelId = "mine" };""",
        """_ = new ChatOptions { ModelId = "sandbox-1" };""",
        """_ = new ChatOptions { ModelId = "" };""",
        """_ = new ChatOptions { ModelId = null };""",
        """_ = new ChatOptions { ModelId = args[0] };""",
        """_ = new EmbeddingGenerationOptions { ModelId = "vectors" };""",
        """_ = new OpenAIModelOptions { Model = "vectors" };""",
        """_ = new Own { ModelId = "gpt-4o" }; class Own { public string? ModelId { get; set; } }""",
        """_ = Services.Of().GetRequiredKeyedService<IChatClient>("named");""",
        """_ = Services.Of().GetRequiredKeyedService<string>("gpt-4o");""",
        """new ServiceCollection().AddKeyedSingleton<IChatClient>("own", (_, _) => null!); _ = Services.Of().GetRequiredKeyedService<IChatClient>("own");""",
        """class C([FromKeyedServices("gpt-4o")] string text) { object A => text; static void Main() { } }""",
        """_ = new ChatOptions { Tools = [AIFunctionFactory.Create(Tool.Search), AIFunctionFactory.Create(Tool.SearchAsync), AIFunctionFactory.Create(Tool.Find)] };""",
        """_ = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1), AIFunctionFactory.Create(Local), AIFunctionFactory.Create(Tool.Mail, args[0])] }; int Local() => 1;""",
        """_ = new ChatOptions { Tools = [AIFunctionFactory.Create(Tool.Mail, new AIFunctionFactoryOptions { Name = "Search" })] };""",
        """var unused = AIFunctionFactory.Create(Tool.Mail);""",
        """await new HttpClient().GetAsync("https://api.contoso.com/v1");""",
        """await new HttpClient().GetAsync("https://api.openai.com/v1");""",
        """await new HttpClient().GetAsync("http://localhost:5000"); await new HttpClient().GetAsync("http://10.0.0.1/a"); await new HttpClient().GetAsync("/orders");""",
        """await new HttpClient().GetAsync($"https://api.{args[0]}.fabrikam.com/"); await new HttpClient().GetAsync("https://api.fabrikam.com" + args[0]); await new HttpClient().GetAsync(args[0]);""",
        """var a = new HttpClient { BaseAddress = new Uri("https+http://orders.fabrikam.com") }; var b = new Uri("https://api.fabrikam.com");""");

    [Theory]
    [MemberData(nameof(Undeclared))]
    public Task Undeclared_model_or_tool_is_told(string source) => RuleTest.Reports<MAPP4003UndeclaredCapability>(With(source), Add(Manifests.Valid + More));

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Declared_or_uncertain_one_is_silent(string source) => RuleTest.Passes<MAPP4003UndeclaredCapability>(With(source), Add(Manifests.Valid + More));

    [Theory]
    [InlineData("id: notes\n")]
    [InlineData("id: [")]
    public Task Manifest_that_is_not_valid_declares_nothing(string yaml) =>
        RuleTest.Passes<MAPP4003UndeclaredCapability>(With("""_ = new ChatOptions { ModelId = "gpt-4o" };"""), Add(yaml));

    [Fact]
    public Task Without_a_manifest_nothing_is_told() => RuleTest.Passes<MAPP4003UndeclaredCapability>(With("""_ = new ChatOptions { ModelId = "gpt-4o" };"""));

    [Theory]
    [InlineData("""_ = new ChatOptions { ModelId = [|"gpt-4o"|] };""", "The model 'gpt-4o' is not declared for chat in microapp.yaml; add '- { id: gpt-4o, provider: …, trust: … }' under 'models'")]
    [InlineData("""_ = new EmbeddingGenerationOptions { ModelId = [|"e5"|] };""", "The model 'e5' is not declared for embeddings in microapp.yaml; add '- { id: e5, provider: …, trust: …, use: [embeddings] }' under 'models'")]
    [InlineData("""_ = new ChatOptions { Tools = [[|AIFunctionFactory.Create(Tool.Mail)|]] };""", "The tool 'Mail' is not declared in microapp.yaml; add '- { name: Mail, sideEffects: … }' under 'tools'")]
    [InlineData("""await new HttpClient().GetAsync([|"https://api.fabrikam.com"|]);""", "The host 'api.fabrikam.com' is not declared in microapp.yaml; add '- { host: api.fabrikam.com }' under 'egress'")]
    public async Task Message_says_what_to_add(string source, string message) =>
        Assert.Equal(message, Assert.Single(await RuleTest.Reports<MAPP4003UndeclaredCapability>(With(source), Add(Manifests.Valid))).GetMessage(null));

    internal static string With(string source) => "using MicroApps; using Microsoft.Extensions.AI; using Microsoft.Extensions.DependencyInjection;\n" + source;

    internal static Action<Project> Add(string yaml) => project =>
    {
        project.AdditionalFiles.Add((Manifests.Path, yaml));
        project.Sources.Add(("/app/Tool.cs", """
            static class Services { public static IServiceProvider Of() => null!; }
            static class Tool
            {
                public static int Mail() => 1;
                public static Task<int> MailAsync() => Task.FromResult(1);
                public static int Search() => 1;
                public static ValueTask SearchAsync() => default;
                [System.ComponentModel.DisplayName("Search")] public static int Find() => 1;
            }
            """));
    };
}
