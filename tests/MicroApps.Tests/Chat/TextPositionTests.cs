using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "RED-1")]
[Trait("Spec", "CHT-1")]
public sealed class TextPositionTests
{
    // One app for all: making one takes longer than a call.
    private static readonly TestMicroApp s_test = new();

    private static MicroApp App => s_test.App;

    public static TheoryData<string, bool> Positions() => Both(TextPositions.All.Keys);

    public static TheoryData<string, bool> NumberPositions() => Both(TextPositions.Numbers.Keys);

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task No_value_reaches_the_model_from_any_position(string position, bool isStreaming)
    {
        foreach (var value in Sensitive.All)
            await AssertKeptAsync(TextPositions.All[position](value), Sensitive.CoreOf(value), isStreaming);
    }

    [Theory]
    [MemberData(nameof(NumberPositions))]
    public async Task No_card_number_reaches_the_model_as_a_number(string position, bool isStreaming) =>
        await AssertKeptAsync(TextPositions.Numbers[position](), Sensitive.Card, isStreaming);

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Harmless_text_of_any_position_reaches_the_model(string position, bool isStreaming)
    {
        var model = new FakeChatClient();
        var (messages, options) = TextPositions.All[position]("harmless");
        model.Answer("ok");
        await CallAsync(model, messages, options, isStreaming);
        if (position is not ("link with data" or "result contents split" or "contents split" or "message raw" or "content raw" or "content annotation" or "call raw" or "usage raw" or "approval request raw" or "result raw" or "result exception"))
            Assert.Contains("harmless", ObjectText.Of(model.Request), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Objects_of_the_caller_stay_as_they_are(string position, bool isStreaming)
    {
        var model = new FakeChatClient();
        var (messages, options) = TextPositions.All[position](Sensitive.Email);
        model.Answer("ok");
        var before = ObjectText.Of((messages, options?.Clone()));
        await CallAsync(model, messages, options, isStreaming);
        Assert.Equal(before, ObjectText.Of((messages, options?.Clone())));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_are_enumerated_once_and_passed_on_as_they_are_when_nothing_changes(bool isStreaming)
    {
        var model = new FakeChatClient();
        var message = new ChatMessage(ChatRole.User, [new TextContent("Hello"), new DataContent("hi"u8.ToArray(), "text/plain")]);
        var options = new ChatOptions { MaxOutputTokens = 100, Temperature = 0.5f };
        var count = 0;
        await CallAsync(model, Once(), options, isStreaming);
        Assert.Equal(1, count);
        Assert.Same(message, Assert.Single(model.Request.Messages));
        Assert.Same(options, model.Request.Options);

        IEnumerable<ChatMessage> Once()
        {
            count++;
            yield return message;
        }
    }

    [Fact]
    public async Task Messages_beside_a_changed_one_are_the_same_objects()
    {
        var model = new FakeChatClient();
        ChatMessage[] messages = [new(ChatRole.System, "Be brief."), new(ChatRole.User, $"I am {Sensitive.Email}."), new(ChatRole.User, "Hi")];
        await model.Govern(App).GetResponseAsync(messages);
        Assert.Same(messages[0], model.Request.Messages[0]);
        Assert.Equal("I am [EMAIL_1].", model.Request.Messages[1].Text);
        Assert.Same(messages[2], model.Request.Messages[2]);
    }

    internal static async Task CallAsync(FakeChatClient model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreaming)
    {
        if (!isStreaming)
            await model.Govern(App).GetResponseAsync(messages, options);
        else
            await model.Govern(App).GetStreamingResponseAsync(messages, options).ToChatResponseAsync();
    }

    private static async Task AssertKeptAsync((ChatMessage[] Messages, ChatOptions? Options) request, string value, bool isStreaming)
    {
        var model = new FakeChatClient();
        model.Answer("ok");
        await CallAsync(model, request.Messages, request.Options, isStreaming);
        Assert.DoesNotContain(value, ObjectText.Of(model.Request), StringComparison.Ordinal);
    }

    private static TheoryData<string, bool> Both(IEnumerable<string> names)
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in names)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }
}
