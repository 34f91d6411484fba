using MicroApps.Detection;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>Types that the manifest or the options bring, and built-in ones that only count when the manifest names them.</summary>
[Trait("Spec", "RED-1")]
public sealed class OwnTypeTests
{
    private const string Custom = """
        redaction:
          types: { BADGE: pseudonymise, PROJECT: mask }
          responses: { PROJECT: mask }
          custom:
            - { type: BADGE, pattern: 'B-\d{5}', context: [badge], validator: luhn }
            - { type: PROJECT, words: [Blue Heron, Firefly] }

        """;

    [Fact]
    public async Task Own_type_of_the_manifest_is_replaced_and_put_back()
    {
        var test = new TestMicroApp(Custom);
        test.Model.Script = r => [new(ChatRole.Assistant, r.LastText)];
        var response = await test.Chat.GetResponseAsync("My badge is B-18218, not B-18219, for blue heron.");
        Assert.Equal("My badge is [BADGE_1], not B-18219, for [PROJECT].", test.Model.Request.LastText);
        Assert.Equal("My badge is B-18218, not B-18219, for [PROJECT].", response.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Own_type_is_masked_in_answers_however_they_stream(int size)
    {
        var test = new TestMicroApp(Custom);
        test.Model.Script = _ => "It is called Firefly, as you know.".Chunk(size).Select(c => new ChatResponseUpdate(ChatRole.Assistant, new string(c)));
        var response = await test.Chat.GetStreamingResponseAsync("What is it called?").ToChatResponseAsync();
        Assert.Equal("It is called [PROJECT], as you know.", response.Text);
    }

    [Fact]
    public async Task Own_type_of_the_options_may_block_by_the_manifest()
    {
        var test = new TestMicroApp(
            "redaction: { types: { CASE_FILE: block } }\n",
            configure: o => o.Redaction.Custom.Add(new CustomType(new EntityType("CASE_FILE", "CASE", EntityKind.Pii)) { Pattern = @"CF\d{6}" }));
        var refused = await Assert.ThrowsAsync<RedactionException>(() => test.Chat.GetResponseAsync("About CF123456: what now?"));
        Assert.Contains("CASE_FILE", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CF123456", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"(a+)+b", "BADGE")]
    [InlineData(@"(?=x)y", "BADGE")]
    public void Pattern_that_cannot_run_safely_stops_the_app_with_a_reason(string pattern, string named)
    {
        var failed = Assert.Throws<MicroAppStartException>(() => new TestMicroApp($$"""
            redaction:
              custom: [{ type: BADGE, pattern: '{{pattern}}' }]

            """));
        Assert.Contains(named, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_type_with_the_name_of_a_built_in_one_stops_the_app()
    {
        var failed = Assert.Throws<MicroAppStartException>(() => new TestMicroApp("redaction: { custom: [{ type: US_SSN, words: [abc] }] }\n"));
        Assert.Contains("'US_SSN' is defined twice", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Anna is 36 years old, see https://contoso.com/x from 2024-03-05.")]
    [InlineData("redaction: { types: { URL: mask } }\n", "Anna is 36 years old, see [URL] from 2024-03-05.")]
    [InlineData("redaction: { types: { URL: mask, AGE: mask, DATE_TIME: pseudonymise } }\n", "Anna is [AGE] years old, see [URL] from [DATE_1].")]
    public async Task Type_on_request_counts_when_the_manifest_names_it(string manifest, string sent)
    {
        var test = new TestMicroApp(manifest);
        test.Model.Answer("ok");
        await test.Chat.GetResponseAsync("Anna is 36 years old, see https://contoso.com/x from 2024-03-05.");
        Assert.Equal(sent, test.Model.Request.LastText);
    }
}
