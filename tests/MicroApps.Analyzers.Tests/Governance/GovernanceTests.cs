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

    [Fact]
    public Task Tool_that_the_provider_runs_is_told() => RuleTest.Reports<MAPP2007UngovernedTool>(
        "using Microsoft.Extensions.AI; var a = new ChatOptions { Tools = [[|new HostedWebSearchTool()|], AIFunctionFactory.Create(() => 1)] };");

    [Fact]
    public Task Function_is_silent() => RuleTest.Passes<MAPP2007UngovernedTool>(
        "using Microsoft.Extensions.AI; var a = new ChatOptions { Tools = [new Own()] }; class Own : AIFunctionDeclaration;");

    private static string WithChat(string code) =>
        $"using Microsoft.Extensions.AI; class C(IChatClient chat, IServiceProvider services) {{ object? M() => {code} ?? services.GetService(chat.GetType()); static void Main() {{ }} }}";
}
