using System.Text;
using System.Text.Json;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>However a call ends: it is recorded before it leaves and after it ends, its lease is settled once, and nothing raw is left behind.</summary>
[Trait("Spec", "AUD-1")]
[Trait("Spec", "QUO-2")]
public sealed class OutcomeTests : IAsyncDisposable, IAsyncLifetime
{
    private const string Quotas = "quotas: [{ per: day, scope: app, requests: 1000, tokens: 10000000, spend: 5.00 }]\n";
    private static readonly string[] s_chunks = ["Good ", "morning ", "to ", "all ", "of ", "you."];
    private readonly TestMicroApp _app = new(Quotas);

    public static TheoryData<int> EveryChunk => [.. Enumerable.Range(0, s_chunks.Length + 1)];

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Intent_isDurableBeforeTheModelIsCalled(bool streams)
    {
        var sizeWhenCalled = -1L;
        _app.Model.BeforeAnswer = async (_, token) => sizeWhenCalled = (await _app.AuditStore.ReadHeadAsync(token)).Size;

        await AskAsync(streams);

        Assert.Equal(1, sizeWhenCalled);
        Assert.Equal([("call.intent", "allowed"), ("call.outcome", "completed")], await ReadAsync());
        await AssertSettledAsync(requests: 1);
    }

    [Theory]
    [MemberData(nameof(EveryChunk))]
    public async Task Failure_atAnyChunk_isRecordedAndSettledOnce(int chunk)
    {
        _app.Model.Answer(s_chunks);
        _app.Model.FailAt = chunk;

        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(streams: true));

        Assert.Equal([("call.intent", "allowed"), ("call.outcome", "failed")], await ReadAsync());
        await AssertSettledAsync(requests: 1);
    }

    [Theory]
    [MemberData(nameof(EveryChunk))]
    public async Task Cancellation_atAnyChunk_isRecordedAndSettledOnce(int chunk)
    {
        using var source = new CancellationTokenSource();
        _app.Model.Answer(s_chunks);
        _app.Model.HangAt = chunk;
        source.CancelAfter(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(streams: true, source.Token));

        Assert.Equal([("call.intent", "allowed"), ("call.outcome", "cancelled")], await ReadAsync());
        Assert.Equal(0, _app.Model.OpenStreams);
        await AssertSettledAsync(requests: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task Stream_thatIsLeft_isClosedRecordedAndSettledOnce(int chunks)
    {
        _app.Model.Answer(s_chunks);
        var seen = 0;

        await foreach (var update in _app.Chat.GetStreamingResponseAsync("I am jane.roe@contoso.com."))
        {
            if (++seen == chunks)
                break;
        }

        Assert.Equal([("call.intent", "allowed"), ("call.outcome", "cancelled")], await ReadAsync());
        Assert.Equal(0, _app.Model.OpenStreams);
        await AssertSettledAsync(requests: 1);
    }

    [Fact]
    public async Task Stream_thatIsNeverRead_leavesNothingBehind()
    {
        _ = _app.Chat.GetStreamingResponseAsync("Hello");

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    [Trait("Spec", "CHT-2")]
    public async Task Model_thatIsNotDeclared_isRefusedAndRecorded()
    {
        var e = await Assert.ThrowsAsync<CallRefusedException>(() => _app.Chat.GetResponseAsync("Hello", new ChatOptions { ModelId = "gpt-unknown" }));

        Assert.Equal("routing.undeclared-model", e.Code);
        Assert.Contains("gpt-4o-mini", e.Message);
        Assert.Equal([("call.refusal", "refused")], await ReadAsync());
        Assert.Empty(_app.Model.Requests);
        await AssertSettledAsync(requests: 0);
    }

    [Fact]
    public async Task RawRequestOptions_areRefusedUnlessAllowed()
    {
        var options = new ChatOptions { RawRepresentationFactory = _ => new object() };

        var e = await Assert.ThrowsAsync<CallRefusedException>(() => _app.Chat.GetResponseAsync("Hello", options));
        await _app.Model.Govern(_app.App, new ChatGovernanceOptions { AllowRawRequestOptions = true }).GetResponseAsync("Hello", options);

        Assert.Equal("chat.raw-options", e.Code);
        Assert.Single(_app.Model.Requests);
    }

    [Fact]
    [Trait("Spec", "RED-2")]
    public async Task HistoryAtTheProvider_needsANamedConversation()
    {
        var e = await Assert.ThrowsAsync<CallRefusedException>(() => _app.Chat.GetResponseAsync("Hello", new ChatOptions { ConversationId = "resp_1" }));
        await _app.Chat.GetResponseAsync("Hello", new ChatOptions { ConversationId = "resp_1" }.InConversation("case-1"));

        Assert.Equal("chat.unnamed-conversation", e.Code);
        Assert.Equal("resp_1", _app.Model.Request.Options!.ConversationId);
    }

    [Fact]
    public async Task Guard_thatFailsAtTheEnd_keepsNobodyFromSettling()
    {
        await using var app = new TestMicroApp(Quotas, guards: [new GuardRegistration(GuardPoint.BeforeRedaction, new FailingAtTheEnd())]);

        await app.Chat.GetResponseAsync("Hello");

        Assert.Equal(2, (await app.ReadAuditAsync()).Count);
        Assert.Equal(default, Assert.Single(await app.App.Quota.ReadWindowsAsync()).Held);
    }

    [Fact]
    public async Task Store_thatRefusesTheIntent_keepsTheCallInside()
    {
        await AskAsync(streams: false);
        _app.Database.FailWrites(StoreFault.Full);

        var e = await Assert.ThrowsAsync<StoreException>(() => AskAsync(streams: true));

        Assert.Equal(StoreFault.Full, e.Fault);
        Assert.Single(_app.Model.Requests);
        _app.Database.FailWrites(null);
        await AskAsync(streams: false);
        Assert.Equal(2, _app.Model.Requests.Count);
    }

    [Fact]
    public async Task Store_thatRefusesTheOutcome_getsItBeforeTheNextCallLeaves()
    {
        await AskAsync(streams: false);
        _app.Model.BeforeAnswer = (_, _) =>
        {
            _app.Database.FailWrites(StoreFault.Full);
            return Task.CompletedTask;
        };
        await AskAsync(streams: false);
        _app.Model.BeforeAnswer = null;

        await Assert.ThrowsAsync<StoreException>(() => AskAsync(streams: false));
        _app.Database.FailWrites(null);
        await AskAsync(streams: false);

        var records = await ReadAsync();
        Assert.Equal(3, records.Count(r => r.Decision == "allowed"));
        Assert.Equal(3, records.Count(r => r.Decision == "completed"));
        Assert.Equal(3, _app.Model.Requests.Count);
        await AssertSettledAsync(requests: 3);
    }

    [Fact]
    public async Task Guard_thatThrows_deniesTheCallWithoutItsText()
    {
        await using var app = new TestMicroApp(guards: [new GuardRegistration(GuardPoint.AfterRedaction, new ThrowingGuard())]);

        var e = await Assert.ThrowsAsync<CallRefusedException>(() => app.Chat.GetResponseAsync("Hello"));

        Assert.Equal("guard.failed", e.Code);
        Assert.DoesNotContain("private text", e.ToString());
        Assert.Empty(app.Model.Requests);
        Assert.Equal("call.refusal", Assert.Single(await app.ReadAuditAsync()).Entry.Kind);
    }

    [Fact]
    [Trait("Spec", "RED-2")]
    public async Task BlockedValue_isRefusedWithTypesAndCountsAlone()
    {
        await using var app = new TestMicroApp("redaction: { types: { CREDIT_CARD: block } }\n");

        var e = await Assert.ThrowsAsync<RedactionException>(() => app.Chat.GetResponseAsync($"Card {Sensitive.Card}, again {Sensitive.Card}"));

        Assert.Equal(2, e.EntityTypes["CREDIT_CARD"]);
        Assert.DoesNotContain("4111", e.ToString());
        Assert.Empty(app.Model.Requests);
    }

    [Fact]
    [Trait("Spec", "RED-2")]
    public async Task HostilePlaceholder_inAConversation_isNotRestoredToTheValue()
    {
        var options = new ChatOptions().InConversation("case-7");
        await _app.Chat.GetResponseAsync($"I am {Sensitive.Email}.", options);
        await using var restarted = _app.Restart();

        var answer = await restarted.Chat.GetResponseAsync("Who is [EMAIL_1]?", new ChatOptions().InConversation("case-7"));
        var again = await restarted.Chat.GetResponseAsync($"I am {Sensitive.Email}.", new ChatOptions().InConversation("case-7"));

        Assert.Equal("Who is [EMAIL_1]?", answer.Text);
        Assert.Equal($"I am {Sensitive.Email}.", again.Text);
        Assert.Contains("[EMAIL_1]", restarted.Model.Requests[^1].Text);
    }

    [Fact]
    [Trait("Spec", "RED-4")]
    public async Task Vault_readsAreAuditedAndShreddingEndsThem()
    {
        await _app.Chat.GetResponseAsync($"I am {Sensitive.Email}.", new ChatOptions().InConversation("case-9"));

        var values = await _app.App.Vault.RevealAsync("case-9", "auditor", "a complaint");
        Assert.True(await _app.App.Vault.ShredAsync("case-9", "auditor", "erasure was asked for"));
        Assert.Empty(await _app.App.Vault.RevealAsync("case-9", "auditor", "a second look"));

        Assert.Equal(Sensitive.Email, values["[EMAIL_1]"]);
        Assert.Equal(["vault.read", "vault.shred", "vault.read"], (await _app.ReadAuditAsync()).Skip(2).Select(r => r.Entry.Kind));
        Assert.DoesNotContain(await _app.ReadAuditAsync(), r => Encoding.UTF8.GetString(r.Entry.Leaf.Span).Contains("case-9", StringComparison.Ordinal));
    }

    private async Task AskAsync(bool streams, CancellationToken cancellationToken = default)
    {
        const string Prompt = "I am jane.roe@contoso.com.";
        if (streams)
            await _app.Chat.GetStreamingResponseAsync(Prompt, cancellationToken: cancellationToken).ToChatResponseAsync(cancellationToken);
        else
            await _app.Chat.GetResponseAsync(Prompt, cancellationToken: cancellationToken);
    }

    private async Task<List<(string Kind, string Decision)>> ReadAsync()
    {
        var records = new List<(string, string)>();
        foreach (var record in await _app.ReadAuditAsync())
        {
            using var leaf = JsonDocument.Parse(record.Entry.Leaf);
            Assert.DoesNotContain("jane.roe", leaf.RootElement.GetRawText());
            records.Add((record.Entry.Kind, leaf.RootElement.GetProperty("decision").GetString()!));
        }

        return records;
    }

    private async Task AssertSettledAsync(long requests)
    {
        var window = Assert.Single(await _app.App.Quota.ReadWindowsAsync());
        Assert.Equal(default, window.Held);
        Assert.Equal(default, window.Suspense);
        Assert.Equal(requests, window.Spent.Requests);
    }

    private sealed class FailingAtTheEnd : Guard
    {
        public override string Name => "fails";

        public override void Conclude(GovernedCall call) => throw new FormatException();

        public override void Release(GovernedCall call) => throw new FormatException();
    }

    private sealed class ThrowingGuard : Guard
    {
        public override string Name => "throws";

        public override ValueTask<Verdict> InspectAsync(GovernedCall call, CancellationToken cancellationToken) =>
            throw new FormatException("private text");
    }
}
