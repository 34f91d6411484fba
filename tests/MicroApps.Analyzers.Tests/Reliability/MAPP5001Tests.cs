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
    [InlineData("async Task M(CancellationToken stop) => await chat.GetResponseAsync(\"a\", cancellationToken: stop);")]
    [InlineData("async Task M(CancellationToken stop) => await chat.GetResponseAsync(\"a\", null, CancellationToken.None);")]
    [InlineData("async Task M() => await chat.GetResponseAsync(\"a\");")]
    [InlineData("async Task M(CancellationToken stop) { await foreach (var part in chat.GetStreamingResponseAsync(\"a\").WithCancellation(stop)) { } }")]
    [InlineData("int M() => Task.FromResult(1).Result;")]
    public Task Call_that_waits_well_is_silent(string code) => RuleTest.Passes<MAPP5001ModelCall>(With(code));

    private static string With(string code) =>
        $"using Microsoft.Extensions.AI; class C(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> words) {{ {code} object N => (chat, words); static void Main() {{ }} }}";
}
