using Anthropic;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>The same governed calls over two clients and two wire formats: what counts is what the server receives.</summary>
[Trait("Spec", "CHT-1")]
[Trait("Spec", "RED-1")]
public sealed class GovernedWireTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Email = "jane.roe@contoso.com";
    private const string Card = "4111 1111 1111 1111";
    private const string Phone = "+49 30 901820";
    private readonly TestMicroApp _app = new("tools: [{ name: send_mail, sideEffects: external, originals: [EMAIL_ADDRESS] }]\n");
    private readonly Dictionary<string, FakeModelServer> _servers = [];

    public static TheoryData<string, bool> Legs => new() { { "openai", false }, { "openai", true }, { "anthropic", false }, { "anthropic", true } };

    public async Task InitializeAsync()
    {
        _servers["openai"] = await FakeOpenAIServer.StartNewAsync();
        _servers["anthropic"] = await FakeAnthropicServer.StartNewAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Legs))]
    [Trait("Spec", "RED-2")]
    [Trait("Spec", "PRV-1")]
    public async Task Call_overTheWire_hidesValuesFromTheServerAndGivesThemBack(string leg, bool streams)
    {
        _servers[leg].Model = _ => new FakeAnswer("Write to [EMAIL_1] or email_1, card [CARD_1], phone **PHONE\\_1**.");

        var answer = await AskAsync(leg, streams, null, new ChatMessage(ChatRole.System, $"You work for {Email}."), new ChatMessage(ChatRole.User, $"Card {Card}, phone {Phone}, again {Email}."));

        Assert.Equal($"Write to {Email} or {Email}, card {Card}, phone **{Phone}**.", answer.Text);
        AssertNothingRaw(leg);
        Assert.Equal(2, answer.GetProvenance().Redactions["EMAIL_ADDRESS"]);
        Assert.Equal("fake-model-2026-01", answer.GetProvenance().ResponseModel);
        Assert.Equal(CallStatus.Completed, answer.GetProvenance().Decision);
    }

    [Theory]
    [MemberData(nameof(Legs))]
    [Trait("Spec", "TUL-1")]
    public async Task Tools_overTheWire_getOriginalsAsDeclaredAndAnswerInPlaceholders(string leg, bool streams)
    {
        var seen = new List<string>();
        var options = new ChatOptions
        {
            Tools =
            [
                AIFunctionFactory.Create((string to) => Note($"mailed {to}, card {Card}"), "send_mail", $"Mails {Email}."),
                AIFunctionFactory.Create((string to) => Note($"called {to}"), "call_up"),
            ],
        };
        _servers[leg].Enqueue(new FakeAnswer("", new FakeToolCall("t1", "send_mail", """{"to":"[EMAIL_1]"}"""), new FakeToolCall("t2", "call_up", """{"to":"[PHONE_1]"}""")));
        _servers[leg].Enqueue(new FakeAnswer("Done for [EMAIL_1], [CARD_1]."));

        var answer = await AskAsync(leg, streams, options, new ChatMessage(ChatRole.User, $"Mail {Email}, then ring {Phone}."));

        Assert.Equal([$"mailed {Email}, card {Card}", "called [PHONE_1]"], seen);
        Assert.EndsWith($"Done for {Email}, {Card}.", answer.Text);
        Assert.Equal(2, _servers[leg].Requests.Count);
        AssertNothingRaw(leg);

        string Note(string text)
        {
            seen.Add(text);
            return text;
        }
    }

    [Theory]
    [MemberData(nameof(Legs))]
    [Trait("Spec", "QUO-2")]
    [Trait("Spec", "AUD-1")]
    public async Task Failure_ofTheServer_isRecordedAndSettled(string leg, bool streams)
    {
        _servers[leg].Enqueue([.. Enumerable.Repeat(FakeReplies.Json("""{"error":{"message":"busy"}}""", 400), 4)]);

        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(leg, streams, null, new ChatMessage(ChatRole.User, $"I am {Email}.")));

        var audit = await _app.ReadAuditAsync();
        Assert.Equal([AuditKind.Intent, AuditKind.Outcome], audit.Select(r => r.Entry.Kind));
        Assert.DoesNotContain(audit, r => System.Text.Encoding.UTF8.GetString(r.Entry.Leaf.Span).Contains("jane", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    [Trait("Spec", "QUO-2")]
    public async Task Leaving_aStream_closesItAndRecordsTheCancellation(string leg)
    {
        _servers[leg].Model = _ => new FakeAnswer(string.Join(' ', Enumerable.Repeat("word", 500)));

        await foreach (var update in Client(leg).GetStreamingResponseAsync($"I am {Email}."))
        {
            if (update.Text.Length > 0)
                break;
        }

        var outcome = (await _app.ReadAuditAsync())[^1];
        Assert.Contains("\"decision\":\"cancelled\"", System.Text.Encoding.UTF8.GetString(outcome.Entry.Leaf.Span));
    }

    private void AssertNothingRaw(string leg)
    {
        Assert.NotEmpty(_servers[leg].Requests);
        foreach (var request in _servers[leg].Requests)
        {
            var body = request.Json.ToJsonString();
            Assert.DoesNotContain("jane.roe", body);
            Assert.DoesNotContain("4111", body);
            Assert.DoesNotContain("901820", body);
        }
    }

    private async Task<ChatResponse> AskAsync(string leg, bool streams, ChatOptions? options, params ChatMessage[] messages) =>
        streams
            ? await Client(leg).GetStreamingResponseAsync(messages, options).ToChatResponseAsync()
            : await Client(leg).GetResponseAsync(messages, options);

    private IChatClient Client(string leg) => Inner(leg).Govern(_app.App).InvokeTools();

    private IChatClient Inner(string leg) => leg == "openai"
        ? new OpenAIChatClient(new OpenAIModelOptions { Endpoint = new Uri(_servers[leg].Address, "v1"), Model = "gpt-4o-mini", ApiKey = () => "k", MaxRetries = 0, AllowHttp = true })
        : new AnthropicClient { BaseUrl = _servers[leg].Address.ToString().TrimEnd('/'), ApiKey = "k", MaxRetries = 0 }.AsIChatClient("gpt-4o-mini", 256);
}
