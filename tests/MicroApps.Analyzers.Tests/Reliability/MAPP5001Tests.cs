using Microsoft.CodeAnalysis;

namespace MicroApps.Analyzers.Tests;

public class MAPP5001Tests
{
    [Theory]
    [InlineData("string M() => [|chat.GetResponseAsync(\"a\").Result|].Text;")]
    [InlineData("void M() => [|chat.GetResponseAsync(\"a\").Wait()|];")]
    [InlineData("void M() => [|chat.GetResponseAsync(\"a\").GetAwaiter().GetResult()|];")]
    [InlineData("void M() => [|(chat.GetResponseAsync(\"a\")).ConfigureAwait(false).GetAwaiter().GetResult()|];")]
    [InlineData("object M() => [|words.GenerateAsync([\"a\"]).Result|];")]
    public async Task Call_that_blocks_is_a_warning(string code) =>
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await RuleTest.Reports<MAPP5001ModelCall>(With(code))).Severity);

    [Theory]
    [InlineData("async Task M(CancellationToken stop) => await [|chat.GetResponseAsync(\"a\")|];")]
    [InlineData("async Task M(CancellationToken stop) { await foreach (var part in [|chat.GetStreamingResponseAsync(\"a\")|]) { } }")]
    [InlineData("object M() => async (CancellationToken stop) => await [|chat.GetResponseAsync(\"a\")|];")]
    public async Task Call_that_drops_the_token_is_an_info(string code)
    {
        var found = Assert.Single(await RuleTest.Reports<MAPP5001ModelCall>(With(code)));

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal("This call of a model cannot be cancelled; pass 'stop'", found.GetMessage(null));
    }

    [Theory]
    [InlineData("object M() => async (Microsoft.AspNetCore.Http.HttpContext c) => await [|chat.GetResponseAsync(\"a\")|];", "c.RequestAborted")]
    [InlineData("object M() { Func<Microsoft.AspNetCore.Http.HttpContext, Task> f = async c => await [|chat.GetResponseAsync(\"a\")|]; return f; }", "c.RequestAborted")]
    [InlineData("async Task M(Microsoft.AspNetCore.Http.HttpContext c, CancellationToken stop) => await [|chat.GetResponseAsync(\"a\")|];", "stop")]
    [InlineData("class P : Microsoft.AspNetCore.Mvc.ControllerBase { async Task M(IChatClient own) => await [|own.GetResponseAsync(\"a\")|]; }", "HttpContext.RequestAborted")]
    public async Task Call_that_drops_the_token_of_its_request_is_an_info(string code, string token) => Assert.Equal(
        $"This call of a model cannot be cancelled; pass '{token}'", Assert.Single(await RuleTest.Reports<MAPP5001ModelCall>(With(code), AddWeb)).GetMessage(null));

    [Theory]
    [InlineData("class P : Microsoft.AspNetCore.Mvc.ControllerBase { static async Task M(IChatClient own) => await own.GetResponseAsync(\"a\"); }")]
    [InlineData("async Task M(Microsoft.AspNetCore.Http.HttpContext c) { await N(chat); static async Task N(IChatClient own) => await own.GetResponseAsync(\"a\"); }")]
    [InlineData("async Task M(Microsoft.AspNetCore.Http.HttpContext c) => await chat.GetResponseAsync(\"a\", null, c.RequestAborted);")]
    public Task Request_out_of_reach_is_silent(string code) => RuleTest.Passes<MAPP5001ModelCall>(With(code), AddWeb);

    [Theory]
    [InlineData("async Task M(CancellationToken stop) => await chat.GetResponseAsync(\"a\", cancellationToken: stop);")]
    [InlineData("async Task M(CancellationToken stop) => await chat.GetResponseAsync(\"a\", null, CancellationToken.None);")]
    [InlineData("async Task M() => await chat.GetResponseAsync(\"a\");")]
    [InlineData("async Task M(CancellationToken stop) { await foreach (var part in chat.GetStreamingResponseAsync(\"a\").WithCancellation(stop)) { } }")]
    [InlineData("int M() => Task.FromResult(1).Result;")]
    public Task Call_that_waits_well_is_silent(string code) => RuleTest.Passes<MAPP5001ModelCall>(With(code));

    // By the names that they have in ASP.NET Core.
    private static void AddWeb(Project project) => project.Sources.Add(("/app/Web.cs", """
        namespace Microsoft.AspNetCore.Http { public class HttpContext { public System.Threading.CancellationToken RequestAborted => default; } }
        namespace Microsoft.AspNetCore.Mvc { public class ControllerBase { public Http.HttpContext HttpContext => null!; } }
        """));

    private static string With(string code) =>
        $"using Microsoft.Extensions.AI; class C(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> words) {{ {code} object N => (chat, words); static void Main() {{ }} }}";
}
