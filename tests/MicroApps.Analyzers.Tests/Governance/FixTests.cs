namespace MicroApps.Analyzers.Tests;

public class FixTests
{
    private const string Labels = """
        namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : System.Attribute; }
        namespace Microsoft.Extensions.VectorData { public class VectorStoreDataAttribute : System.Attribute; }
        public sealed class PersonalAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
        """;

    [Theory]
    [InlineData("var a = new Uri([|\"https://api.openai.com/v1\"|]);", "var a = new Uri(builder.Configuration[\"OpenAI:Endpoint\"] ?? throw new System.InvalidOperationException(\"The setting 'OpenAI:Endpoint' is missing.\"));")]
    [InlineData("var a = new UriBuilder { Host = [|\"api.x.ai\"|] };", "var a = new UriBuilder { Host = builder.Configuration[\"xAI:Host\"] ?? throw new System.InvalidOperationException(\"The setting 'xAI:Host' is missing.\") };")]
    [InlineData("var a = args[0] ?? [|\"https://api.openai.com\"|];", "var a = args[0] ?? (builder.Configuration[\"OpenAI:Endpoint\"] ?? throw new System.InvalidOperationException(\"The setting 'OpenAI:Endpoint' is missing.\"));")]
    public Task Endpoint_is_read_from_configuration(string was, string becomes)
    {
        const string Head = "using Microsoft.Extensions.Hosting;\nvar builder = Host.CreateApplicationBuilder(args);\n";
        return FixTest.Fixes<MAPP2001PublicEndpoint, MAPP2001Fix>(Head + was, Head + becomes);
    }

    [Theory]
    [InlineData("var a = [|\"https://api.openai.com\"|] + args[0];")]
    [InlineData("class C { const string A = [|\"https://api.openai.com\"|]; static void Main() { } }")]
    [InlineData("using Microsoft.Extensions.Configuration; class C(IConfiguration c) { const string A = [|\"https://api.openai.com\"|]; object M() => c; static void Main() { } }")]
    [InlineData("using Microsoft.Extensions.Configuration; class C(IConfiguration c) { object M(string a = [|\"https://api.openai.com\"|]) => c; static void Main() { } }")]
    public Task Endpoint_that_cannot_be_read_has_no_fix(string source) => FixTest.OffersNone<MAPP2001PublicEndpoint, MAPP2001Fix>(source);

    [Theory]
    [InlineData("class C(IServiceProvider services) { IChatClient Make() => [|new MicroApps.OpenAIChatClient(new())|]; object N => services; static void Main() { } }", "class C(IServiceProvider services) { IChatClient Make() => services.GetRequiredService<IChatClient>(); object N => services; static void Main() { } }")]
    [InlineData("class C(IChatClient chat) { Task M() { IChatClient raw = [|new MicroApps.OpenAIChatClient(new())|]; return raw.GetResponseAsync(\"a\"); } object N => chat; static void Main() { } }", "class C(IChatClient chat) { Task M() { IChatClient raw = chat; return raw.GetResponseAsync(\"a\"); } object N => chat; static void Main() { } }")]
    public Task Governed_client_is_taken(string was, string becomes)
    {
        const string Head = "using Microsoft.Extensions.AI; using Microsoft.Extensions.DependencyInjection;\n";
        return FixTest.Fixes<MAPP2002RawClient, MAPP2002Fix>(Head + was, Head + becomes);
    }

    [Theory]
    [InlineData("var a = new OpenAI.OpenAIClient(args[0]);")]
    [InlineData("Microsoft.Extensions.AI.IChatClient a = new MicroApps.OpenAIChatClient(new());")]
    [InlineData("class C(IServiceProvider services) { Microsoft.Extensions.AI.IChatClient A() => new MicroApps.OpenAIChatClient(new()); object B => services; static void Main() { } }")]
    public Task Client_out_of_reach_has_no_fix(string source) => FixTest.OffersNone<MAPP2002RawClient, MAPP2002Fix>(source);

    [Fact]
    public Task Property_is_labelled() => FixTest.Fixes<MAPP3002UnlabelledProperty, MAPP3002Fix>(
        "using Microsoft.Extensions.VectorData;\nclass C\n{\n    [VectorStoreData] public string? [|A|] { get; set; }\n    [VectorStoreData]\n    public string? [|B|] { get; set; }\n    static void Main() { }\n}\n",
        "using Microsoft.Extensions.VectorData;\nclass C\n{\n    [VectorStoreData, Personal] public string? A { get; set; }\n    [VectorStoreData, Personal]\n    public string? B { get; set; }\n    static void Main() { }\n}\n",
        project => project.Sources.Add(("/app/Labels.cs", Labels)));

    [Theory]
    [InlineData("using Microsoft.Extensions.VectorData;\n", "using Microsoft.Extensions.VectorData;\nusing MicroApps;\n", "DataLabel(DataClass.Confidential)")]
    [InlineData("using MicroApps;\nusing Microsoft.Extensions.VectorData;\n", "using MicroApps;\nusing Microsoft.Extensions.VectorData;\n", "DataLabel(DataClass.Confidential)")]
    [InlineData("using Microsoft.Extensions.VectorData;\nusing Own = System.String;\n", "using Microsoft.Extensions.VectorData;\nusing MicroApps;\nusing Own = System.String;\n", "DataLabel(DataClass.Confidential)")]
    [InlineData("namespace A;\n\nusing Microsoft.Extensions.VectorData;\n", "namespace A;\n\nusing Microsoft.Extensions.VectorData;\nusing MicroApps;\n", "DataLabel(DataClass.Confidential)")]
    [InlineData(
        "using Microsoft.Extensions.VectorData;\nenum DataClass { Own }\n", "using Microsoft.Extensions.VectorData;\nenum DataClass { Own }\n",
        "global::MicroApps.DataLabel(global::MicroApps.DataClass.Confidential)")]
    public Task Property_is_labelled_with_the_label_of_the_sdk(string head, string becomes, string label)
    {
        const string Class = "class C\n{\n    [VectorStoreData]\n    public string? A { get; set; }\n\n    [VectorStoreData]\n    public string? B { get; set; }\n\n    static void Main() { }\n}\n";
        return FixTest.Fixes<MAPP3002UnlabelledProperty, MAPP3002Fix>(
            head + Class, becomes + Class.Replace("[VectorStoreData]", $"[VectorStoreData, {label}]", StringComparison.Ordinal),
            project => project.Sources.Add(("/app/Vectors.cs", "namespace Microsoft.Extensions.VectorData { public class VectorStoreDataAttribute : System.Attribute; }")));
    }

    [Theory]
    [InlineData("async Task<string> M() { await Task.Yield(); return [|chat.GetResponseAsync(\"a\").Result|].Text; }", "async Task<string> M() { await Task.Yield(); return (await chat.GetResponseAsync(\"a\")).Text; }")]
    [InlineData("async Task M() { await Task.Yield(); [|chat.GetResponseAsync(\"a\").Wait()|]; }", "async Task M() { await Task.Yield(); await chat.GetResponseAsync(\"a\"); }")]
    [InlineData("async Task M() { await Task.Yield(); var a = [|chat.GetResponseAsync(\"a\").GetAwaiter().GetResult()|]; }", "async Task M() { await Task.Yield(); var a = await chat.GetResponseAsync(\"a\"); }")]
    [InlineData("async Task M(CancellationToken stop) => await [|chat.GetResponseAsync(\"a\")|];", "async Task M(CancellationToken stop) => await chat.GetResponseAsync(\"a\", cancellationToken: stop);")]
    public Task Call_is_awaited_and_given_the_token(string was, string becomes) => FixTest.Fixes<MAPP5001ModelCall, MAPP5001Fix>(WithChat(was), WithChat(becomes));

    [Theory]
    [InlineData("string M() => [|chat.GetResponseAsync(\"a\").Result|].Text;")]
    [InlineData("async Task M() { await Task.Yield(); lock (chat) { [|chat.GetResponseAsync(\"a\").Wait()|]; } }")]
    public Task Call_where_nothing_can_be_awaited_has_no_fix(string code) => FixTest.OffersNone<MAPP5001ModelCall, MAPP5001Fix>(WithChat(code));

    private static string WithChat(string code) => $"using Microsoft.Extensions.AI;\nclass C(IChatClient chat)\n{{\n    {code}\n    static void Main() {{ }}\n}}\n";
}
