using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "SBX-1")]
public sealed class SandboxHostileTests
{
    public static TheoryData<string> Fillers =>
    [
        "The delivery was late and the customer complained about 12 boxes. ", "a", "[", "[A_", "1.", "A B ", "x@", "\n", "\"", "漢", " ", "Anna Bob ", "Tom. ", "- a or b, ", "😀", "\uD800", "<a>", "a: b\n", "http://a", "(((",
    ];

    [Fact]
    public async Task No_messages_or_empty_ones_are_answered()
    {
        ChatMessage[][] hostile =
        [
            [], [new(ChatRole.User, "")], [new(ChatRole.User, (string?)null)], [new(ChatRole.User, [])], [null!], [new(ChatRole.User, [null!, new TextContent(null)])], [new(new ChatRole("odd"), "x")],
            [new(ChatRole.System, "only a system prompt")], [new(ChatRole.Assistant, "only an answer")], [new(ChatRole.User, " \n\t ")], [new(ChatRole.User, "?")], [new(ChatRole.User, ":")], [new(ChatRole.User, "-")],
        ];
        foreach (var messages in hostile)
            Assert.False(string.IsNullOrWhiteSpace((await new SandboxChatClient().GetResponseAsync(messages)).Text));
    }

    [Fact]
    public async Task Only_an_image_says_that_it_cannot_see()
    {
        var response = await new SandboxChatClient().GetResponseAsync([new(ChatRole.User, [new DataContent(new byte[] { 1, 2, 3 }, "image/png")])]);
        Assert.StartsWith("I cannot look at images", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_as_data_is_read()
    {
        var note = new DataContent(Encoding.UTF8.GetBytes(SandboxAsk.Note), "text/plain");
        var response = await new SandboxChatClient().GetResponseAsync([new(ChatRole.User, [new TextContent("Summarise in one sentence:"), note])]);
        Assert.StartsWith("The delivery from Contoso", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_histories_of_tools_are_answered()
    {
        ChatMessage[] messages =
        [
            new(ChatRole.Tool, [new FunctionResultContent("lost", null)]), new(ChatRole.Assistant, [new FunctionCallContent("", "")]), new(ChatRole.User, "Weather in Berlin"),
            new(ChatRole.Tool, [new FunctionResultContent("lost", new object()), new FunctionResultContent("x", "{not json")]),
        ];
        Assert.Contains("{not json", (await new SandboxChatClient().GetResponseAsync(messages, SandboxTool.All())).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}"), InlineData("true"), InlineData("""{"type":"object","properties":{"a":true,"b":{"type":5},"c":{"$ref":"#/nowhere"},"d":{"$ref":"#/properties/d"},"e":{"enum":[]},"f":{"pattern":"(["}},"required":["a","b","c","d","e","f"]}""")]
    public async Task Odd_schemas_are_filled_and_called(string schema)
    {
        var options = new ChatOptions { Tools = [new SandboxTool("do_it", "", schema)], ToolMode = ChatToolMode.RequireAny };
        Assert.Single(SandboxAsk.Calls(await SandboxAsk.ResponseAsync("do it", null, options)));
        Assert.NotEmpty(await SandboxAsk.TextAsync("do it", null, SandboxAsk.Json(schema)));
    }

    [Theory]
    [MemberData(nameof(Fillers))]
    public async Task A_hundred_kilobytes_of_anything_is_answered_within_bounds(string filler)
    {
        var text = string.Concat(Enumerable.Repeat(filler, 100_000 / filler.Length));
        foreach (var task in new[] { "Summarise: ", "Extract names, e-mails and dates:\n", "Classify as a or b: ", "When is it?\n", "" })
        {
            var response = await SandboxAsk.ResponseAsync(task + text, null, task.Length == 0 ? SandboxTool.All() : null);
            Assert.True(response.Usage!.InputTokenCount >= text.Length / 4);
            Assert.DoesNotContain('\uD800', response.Text);
        }
    }

    [Fact]
    public async Task A_megabyte_is_summarised()
    {
        var note = string.Concat(Enumerable.Range(0, 16_000).Select(i => $"Delivery {i} was late and customer {i % 7} complained about the boxes. "));
        var answer = await SandboxAsk.TextAsync("Summarise in two sentences: " + note);
        Assert.StartsWith("Delivery 0 was late", answer, StringComparison.Ordinal);
        Assert.InRange(answer.Length, 60, 300);
    }

    [Fact]
    public void Any_text_any_limit_is_answered_in_valid_unicode() => Prop.ForAll<string?, string?, PositiveInt>((user, system, most) =>
    {
        var lone = user + "\uD83D" + system + "\uDE00" + user;
        var text = SandboxAsk.TextAsync(lone, system ?? "", new() { MaxOutputTokens = most.Get, StopSequences = [null!, system ?? "x"] }).GetAwaiter().GetResult();
        return new UTF8Encoding(false, true).GetByteCount(text) >= 0 && text.Length <= 4 * most.Get;
    }).QuickCheckThrowOnFailure();
}
