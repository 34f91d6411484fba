using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class GovernanceTests
{
    [Theory]
    [InlineData("""await [|new HttpClient().GetAsync("https://api.openai.com/v1/models")|];""")]
    [InlineData("""await [|new HttpClient().PostAsync(new Uri("https://api.openai.com/v1/chat"), null)|];""")]
    [InlineData("""var http = new HttpClient(); var id = args[0]; await [|http.GetStringAsync($"https://api.openai.com/v1/models/{id}")|];""")]
    [InlineData("""var http = new HttpClient(); var url = "https://api.anthropic.com" + "/v1"; await [|http.GetStringAsync(url)|];""")]
    [InlineData("""var a = new HttpClient { [|BaseAddress = new Uri("https://api.openai.com")|] };""")]
    [InlineData("""var a = new HttpClient(); [|a.BaseAddress = new Uri(C.Url)|]; static class C { public const string Url = "https://api.openai.com"; }""")]
    [InlineData("""var a = [|new HttpRequestMessage(HttpMethod.Post, "https://api.mistral.ai/v1")|];""")]
    [InlineData("""using System.Net.Http.Json; await [|new HttpClient().PostAsJsonAsync("https://api.groq.com/openai/v1", 1)|];""")]
    [InlineData("""await [|new System.Net.WebSockets.ClientWebSocket().ConnectAsync(new Uri("wss://api.openai.com/v1/realtime"), default)|];""")]
    public Task Request_to_a_model_is_told(string source) => RuleTest.Reports<MAPP2003RawHttp>("_ = args;\n".Replace("_ = args;\n", source.StartsWith("using", StringComparison.Ordinal) ? "" : "_ = args;\n", StringComparison.Ordinal) + source);

    [Theory]
    [InlineData("""var a = new HttpClient();""")]
    [InlineData("""await new HttpClient().GetAsync("https://gateway.contoso.com/v1");""")]
    [InlineData("""await new HttpClient().GetAsync(args[0]);""")]
    [InlineData("""var a = new HttpClient { BaseAddress = new Uri("http://localhost:11434") };""")]
    [InlineData("""var a = new Uri("https://api.openai.com");""")]
    public Task Other_request_is_silent(string source) => RuleTest.Passes<MAPP2003RawHttp>(source);

    [Theory]
    [InlineData("[|o.Redaction.PersonalData = RedactionAction.Allow|];", "Personal data leaves unredacted")]
    [InlineData("[|o.Redaction.Secrets = RedactionAction.Allow|];", "Secrets leave unredacted")]
    [InlineData("[|o.Redaction.MinScore = 1|];", "At this score no finding is redacted")]
    [InlineData("[|o.Redaction.MaskInResponses.Clear()|];", "What the model brings in is not masked")]
    [InlineData("_ = new ChatGovernanceOptions { [|ExposeInnerClient = true|] };", "The provider's own client is handed out")]
    [InlineData("_ = new ChatGovernanceOptions { [|AllowRawRequestOptions = true|] };", "Raw options are sent as they are")]
    [InlineData("_ = new OpenAIModelOptions { [|AllowHttp = true|] };", "Prompts and keys may travel unencrypted")]
    [InlineData("[|o.Redaction.PersonalData = o.DataFolder == \"\" ? RedactionAction.Allow : RedactionAction.Mask|];", "Personal data leaves unredacted")]
    public async Task Protection_switched_off_is_an_error(string code, string what)
    {
        var found = Assert.Single(await RuleTest.Reports<MAPP2004ProtectionOff>($"using MicroApps; var o = new MicroAppOptions(); {code}"));

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.StartsWith(what, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o.Redaction.PersonalData = RedactionAction.Block;")]
    [InlineData("o.Redaction.MinScore = 0.7;")]
    [InlineData("o.Redaction.MaskInResponses.Add(\"EMAIL\");")]
    [InlineData("_ = new ChatGovernanceOptions { ExposeInnerClient = false };")]
    [InlineData("o.Audit.AwaitOutcome = true;")]
    [InlineData("var own = new RedactionOptions { AllowHttp = true }; } class RedactionOptions { public bool AllowHttp { get; set; }")]
    public Task Protection_left_on_is_silent(string code) =>
        RuleTest.Passes<MAPP2004ProtectionOff>("using MicroApps; class P { static void Main() { var o = new MicroAppOptions(); " + code + " } }");

    [Theory]
    [InlineData("/app/appsettings.json", """{ "MicroApp": { "Redaction": { "Secrets": "allow" } } }""", 1, 44, "Secrets leave unredacted", DiagnosticSeverity.Error)]
    [InlineData("/app/appsettings.Production.json", "{\n  // all of it\n  \"microapp:redaction\": { \"personalData\": \"Allow\" }\n}", 3, 44, "Personal data leaves unredacted", DiagnosticSeverity.Error)]
    [InlineData("/app/appsettings.Development.json", """{ "MicroApp": { "Redaction": { "MinScore": 1.0, "Secrets": "mask" } } }""", 1, 44, "At this score no finding is redacted", DiagnosticSeverity.Warning)]
    [InlineData("/app/launchSettings.json", """{ "profiles": { "App": { "environmentVariables": { "MicroApp__Redaction__Secrets": "4" } } } }""", 1, 85, "Secrets leave unredacted", DiagnosticSeverity.Warning)]
    [InlineData("/app/.env", "A=1\nMicroApp__Redaction__Secrets=allow\n", 2, 30, "Secrets leave unredacted", DiagnosticSeverity.Error)]
    public async Task Protection_switched_off_in_settings_is_told_at_its_place(string path, string text, int line, int column, string what, DiagnosticSeverity severity)
    {
        var found = Assert.Single(await Settings(path, text));
        var place = found.Location.GetLineSpan();

        Assert.Equal((path, line, column, severity), (place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, found.Severity));
        Assert.StartsWith(what, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/app/appsettings.json", """{ "MicroApp": { "Redaction": { "Secrets": "mask", "MinScore": 0.7, "Other": "allow" }, "Environment": "sandbox" } }""")]
    [InlineData("/app/appsettings.json", """{ "Own": { "MicroApp": { "Redaction": { "Secrets": "allow" } } } }""")]
    [InlineData("/app/other.json", """{ "MicroApp": { "Redaction": { "Secrets": "allow" } } }""")]
    [InlineData("/app/microapp.yaml", "redaction: { types: { EMAIL_ADDRESS: allow } }")]
    public async Task Protection_left_on_in_settings_is_silent(string path, string text) => Assert.Empty(await Settings(path, text));

    [Theory]
    [InlineData("[|chat.GetService<OpenAI.Chat.ChatClient>()|]")]
    [InlineData("[|chat.GetService(typeof(OpenAI.OpenAIClient))|]")]
    [InlineData("[|chat.GetRequiredService<MicroApps.OpenAIChatClient>()|]")]
    public Task Inner_client_taken_out_is_told(string code) => RuleTest.Reports<MAPP2005InnerClient>(WithChat(code));

    [Theory]
    [InlineData("chat.GetService<ChatClientMetadata>()")]
    [InlineData("chat.GetService(typeof(IChatClient))")]
    [InlineData("services.GetService(typeof(OpenAI.OpenAIClient))")]
    public Task Other_service_is_silent(string code) => RuleTest.Passes<MAPP2005InnerClient>(WithChat(code));

    [Theory]
    [InlineData("#pragma warning disable [|MAPP2001|]\n")]
    [InlineData("#pragma warning disable CS0168, [|MAPP2001|], [|MAPP1001|]\n")]
    [InlineData("#pragma warning disable [|MAPP2001|] //\n")]
    [InlineData("""[[|System.Diagnostics.CodeAnalysis.SuppressMessage("MicroApp.Governance", "MAPP2001:Public model endpoint")|]] """)]
    [InlineData("""[[|System.Diagnostics.CodeAnalysis.SuppressMessage("MicroApp.Governance", "MAPP2001", Justification = "<Pending>")|]] """)]
    [InlineData("""[[|System.Diagnostics.CodeAnalysis.SuppressMessage("MicroApp.Governance", "MAPP2001", Justification = " ")|]] """)]
    public async Task Suppression_without_a_reason_is_told(string suppression) =>
        Assert.All(await RuleTest.Reports<MAPP2006SuppressionReason>(suppression + "class C { static void Main() { } }"), found => Assert.Equal(DiagnosticSeverity.Info, found.Severity));

    [Theory]
    [InlineData("#pragma warning disable MAPP2001 // the partner's test system\n")]
    [InlineData("// The partner's test system.\n#pragma warning disable MAPP2001\n")]
    [InlineData("#pragma warning disable CS0168\n")]
    [InlineData("#pragma warning restore MAPP2001\n")]
    [InlineData("""[System.Diagnostics.CodeAnalysis.SuppressMessage("MicroApp.Governance", "MAPP2001", Justification = "The partner's test system.")] """)]
    [InlineData("""[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1822")] """)]
    public Task Suppression_with_a_reason_or_of_another_rule_is_silent(string suppression) =>
        RuleTest.Passes<MAPP2006SuppressionReason>(suppression + "class C { static void Main() { } }");

    [Theory]
    [InlineData("dotnet_diagnostic.MAPP2001.severity", "none", "MAPP2001", "the option microapp.suppression_reason of the same section")]
    [InlineData("dotnet_diagnostic.MAPP1002.severity", "silent", "MAPP1002", "the option microapp.suppression_reason of the same section")]
    [InlineData("dotnet_diagnostic.MAPP2001.severity", "suggestion", null, "")]
    [InlineData("dotnet_diagnostic.CA2007.severity", "none", null, "")]
    public async Task Severity_that_switches_a_rule_off_without_a_reason_is_told_once(string key, string value, string? id, string place)
    {
        foreach (var isGlobal in new[] { false, true })
        {
            var project = Project.Of("_ = 0;");
            project.Sources.Add(("/app/Other.cs", "class Other;"));
            (isGlobal ? project.Properties : project.Options)[key] = value;

            Assert.Equal(Expected(id, place), await Suppressed(project));

            project.Options["microapp.suppression_reason"] = project.Properties["build_property.MicroAppSuppressionReason"] = "The partner's test system, GOV-12";
            Assert.Empty(await Suppressed(project));
        }
    }

    [Fact]
    public async Task Rule_that_the_project_switches_off_without_a_reason_is_told()
    {
        var project = Project.Of("_ = 0;");
        project.NoWarn.AddRange(["MAPP2001", "CA2007"]);

        Assert.Equal(Expected("MAPP2001", "the property MicroAppSuppressionReason of the project"), await Suppressed(project));

        project.Properties["build_property.MicroAppSuppressionReason"] = "The partner's test system, GOV-12";
        Assert.Empty(await Suppressed(project));
    }

    [Theory]
    [InlineData("_ = [|chat.InvokeTools()|].Govern(app);")]
    [InlineData("var inner = [|chat.InvokeTools()|]; _ = inner.Govern(app);")]
    [InlineData("_ = [|Builder.UseFunctionInvocation(chat)|].Govern(app);", "Builder.UseFunctionInvocation(chat)", "chat.UseFunctionInvocation()")]
    public Task Loop_of_tools_inside_of_the_governed_client_is_told(string code, string was = " ", string becomes = " ") =>
        RuleTest.Reports<MAPP2007UngovernedTool>(WithApp(code.Replace(was, becomes, StringComparison.Ordinal)), AddBuilder);

    [Theory]
    [InlineData("_ = chat.Govern(app).InvokeTools();")]
    [InlineData("_ = chat.InvokeTools();")]
    [InlineData("_ = chat.Govern(app).InvokeTools().Own().Govern(app);")]
    public Task Loop_of_tools_outside_is_silent(string code) => RuleTest.Passes<MAPP2007UngovernedTool>(WithApp(code), AddBuilder);

    [Fact]
    public Task Tool_that_the_provider_runs_is_told() => RuleTest.Reports<MAPP2007UngovernedTool>(
        "using Microsoft.Extensions.AI; var a = new ChatOptions { Tools = [[|new HostedWebSearchTool()|], AIFunctionFactory.Create(() => 1)] };");

    [Fact]
    public Task Function_is_silent() => RuleTest.Passes<MAPP2007UngovernedTool>(
        "using Microsoft.Extensions.AI; var a = new ChatOptions { Tools = [new Own()] }; class Own : AIFunctionDeclaration;");

    private static async Task<IReadOnlyList<Diagnostic>> Settings(string path, string text)
    {
        var project = Project.Of("_ = 0;");
        project.AdditionalFiles.Add((path, text));
        return await Project.Analyze(project.Open(), new MAPP2004ProtectionOff());
    }

    private static string[] Expected(string? id, string place) => id is null ? [] : [$"'{id}' is suppressed without a reason; give it in {place}"];

    private static async Task<IEnumerable<string>> Suppressed(Project project) =>
        (await Project.Analyze(project.Open(), new MAPP2006SuppressionReason())).Select(found => found.GetMessage(null));

    private static string WithApp(string code) => $"using MicroApps; using Microsoft.Extensions.AI; class C(IChatClient chat, MicroApp app) {{ void M() {{ {code} _ = app; }} static void Main() {{ }} }}";

    private static void AddBuilder(Project project) => project.Sources.Add(("/app/Builder.cs", """
        namespace Microsoft.Extensions.AI { static class Builder { public static IChatClient UseFunctionInvocation(this IChatClient client) => client; public static IChatClient Own(this IChatClient client) => client; } }
        """));

    private static string WithChat(string code) =>
        $"using Microsoft.Extensions.AI; class C(IChatClient chat, IServiceProvider services) {{ object? M() => {code} ?? services.GetService(chat.GetType()); static void Main() {{ }} }}";
}
