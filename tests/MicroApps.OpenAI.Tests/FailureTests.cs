using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

public sealed class FailureTests : ModelTest
{
    [Theory]
    [InlineData(400, false, "supports the options")]
    [InlineData(401, false, "OpenAIModelOptions.ApiKey")]
    [InlineData(403, false, "access to model 'gpt-test'")]
    [InlineData(404, false, "no model or deployment 'gpt-test'")]
    [InlineData(408, true, "ran out of time")]
    [InlineData(409, true, "Try again")]
    [InlineData(413, false, "too large")]
    [InlineData(422, false, "supports the options")]
    [InlineData(429, true, "Wait, then try again")]
    [InlineData(500, true, "problem of its own")]
    [InlineData(501, false, "problem of its own")]
    [InlineData(503, true, "problem of its own")]
    [InlineData(504, true, "ran out of time")]
    public async Task Status_gives_advice_and_says_whether_it_passes(int status, bool transient, string advice)
    {
        foreach (var streaming in new[] { false, true })
        {
            Server.Enqueue(FakeReplies.Json("{}", status));

            var failure = await FailAsync(Client(), streaming);

            Assert.Equal((status, transient, "openai"), (failure.Status, failure.IsTransient, failure.Provider));
            Assert.Contains(advice, failure.Message);
        }
    }

    [Theory]
    [InlineData("""{"error":{"code":"context_length_exceeded","type":"invalid_request_error"}}""", "context_length_exceeded")]
    [InlineData("""{"error":{"code":null,"type":"invalid_request_error"}}""", "invalid_request_error")]
    [InlineData("""{"code":"DeploymentNotFound"}""", "DeploymentNotFound")]
    [InlineData("""{"error":{"code":"Anna.Smith","type":"sk-abc123"}}""", null)]
    [InlineData("""{"error":"text"}""", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public async Task Only_known_codes_are_kept(string body, string? code)
    {
        Server.Enqueue(FakeReplies.Json(body, 400));

        Assert.Equal(code, (await FailAsync(Client(), streaming: true)).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Spec", "ACC-3")]
    public async Task Nothing_of_prompt_key_or_error_body_is_in_the_exception(bool streaming)
    {
        foreach (var status in new[] { 302, 400, 401, 404, 429, 500 })
        {
            Server.Enqueue(FakeReplies.Json($$$"""{"error":{"message":"prompt 'Anna Smith' with {{{Key}}}","param":"Anna","code":"Anna"}}""", status));

            var failure = await FailAsync(Client(), streaming, new ChatMessage(ChatRole.User, "Anna Smith"));

            Assert.DoesNotContain("Anna", failure.ToString());
            Assert.DoesNotContain(Key, failure.ToString());
            Assert.Null(failure.InnerException);
            Assert.Empty(failure.Data);
        }
    }

    [Theory]
    [InlineData("not json", "not the JSON")]
    [InlineData("{}", "without any choice")]
    [InlineData("""{"choices":[],"usage":{"prompt_tokens":1}}""", "without any choice")]
    [InlineData("[1]", "without any choice")]
    [InlineData("""{"error":{"message":"Anna"}}""", "reported an error")]
    public async Task Answer_of_another_shape_is_an_error(string body, string expected)
    {
        Server.Enqueue(FakeReplies.Json(body));

        var failure = await FailAsync(Client(), streaming: false);

        Assert.Contains(expected, failure.Message);
        Assert.DoesNotContain("Anna", failure.ToString());
    }

    [Fact]
    public async Task Answer_cut_in_the_middle_is_an_error()
    {
        Server.Enqueue(async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"choices\":[{\"message\":{\"content\":\"Anna");
            context.Abort();
        });

        var failure = await FailAsync(Client(), streaming: false);

        Assert.True(failure.IsTransient);
        Assert.DoesNotContain("Anna", failure.ToString());
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        Server.Enqueue(FakeReplies.Json("", 307, ("Location", new Uri(Server.Address, "/elsewhere").ToString())));

        var failure = await FailAsync(Client(), streaming: false);

        Assert.Contains("redirects are not followed", failure.Message);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Model_of_the_call_is_the_one_that_is_not_found()
    {
        Server.Enqueue(FakeReplies.Json("{}", 404));

        var failure = await Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(Client(), streaming: false, new ChatOptions { ModelId = "gpt-none" }));

        Assert.Contains("'gpt-none'", failure.Message);
    }

    private static Task<ModelProviderException> FailAsync(IChatClient client, bool streaming, params ChatMessage[] messages) =>
        Assert.ThrowsAsync<ModelProviderException>(() => AskAsync(client, streaming, null, messages));
}
