using FsCheck;
using FsCheck.Fluent;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

[Trait("Spec", "RED-3")]
public sealed class ChatStreamPropertyTests
{
    private const string Prompt = $"I am {Sensitive.Email}, card {Sensitive.Card}, and I type [EMAIL_2] myself.";

    private static readonly TestMicroApp s_test = new();

    private static readonly string[] Pieces =
    [
        "[EMAIL_1]", "email_1", "[EMAIL\\_1]", "%5BEMAIL_1%5D", "%5bemail_1%5d", "[Card_1]", "CARD_1", "[LITERAL_1]", "[EMAIL_7]", "EMAIL_1x", "EMAIL_12", "EMAIL_1\\", "\\\\\\",
        " ", ".", "[", "]", "%", "%5", "%5B", "%5D", "_", "EMAIL", "_1", "x", "\n", "word ", "http://a/?q=", "5555555555554444", Sensitive.Iban, Sensitive.Ssn, Sensitive.ApiKey, "\ud83d\ude00", "\ud83d",
    ];

    private static readonly Gen<string[]> Answers =
        from pieces in Gen.Elements(Pieces).ListOf()
        let text = string.Concat(pieces)
        from cuts in Gen.Choose(0, Math.Max(1, text.Length)).ListOf(Math.Min(text.Length, 12))
        select Split(text, cuts);

    [Fact]
    [Trait("Spec", "RED-2")]
    public void Stream_in_any_chunks_gives_the_text_of_the_whole_answer() => Check(Prop.ForAll(Answers.ToArbitrary(), async chunks =>
    {
        var model = new FakeChatClient();
        model.Answer([string.Concat(chunks)]);
        var whole = await model.Govern(s_test.App).GetResponseAsync(Prompt);
        model.Answer(chunks);
        var updates = await model.Govern(s_test.App).GetStreamingResponseAsync(Prompt).ToListAsync();
        var streamed = string.Concat(updates.Select(u => u.Text));
        Assert.Equal(whole.Text, streamed);
        Assert.Equal(whole.GetProvenance().ResponseCommitment, updates[^1].FindProvenance()!.ResponseCommitment);
        foreach (var value in (string[])["5555555555554444", Sensitive.Iban, Sensitive.ApiKey])
            Assert.True(!streamed.Contains($" {value} ", StringComparison.Ordinal), "A value that the model brought in came through.");
    }));

    [Fact]
    [Trait("Spec", "RED-2")]
    public void Text_that_comes_back_as_it_was_sent_is_what_the_user_wrote()
    {
        var hostile = Gen.Elements("[EMAIL_1]", "email_1", "[LITERAL_1]", "LITERAL_2", "%5BCARD_1%5D", "[EMAIL\\_1]", "\ud83d", "", " ", "-", ", ", "a", "_", "\\", "[", "]", "%5B", Sensitive.Email, "x@example.org", Sensitive.Card, Sensitive.Phone, Sensitive.Iban);
        Check(Prop.ForAll(hostile.ListOf().Select(string.Concat).ToArbitrary(), async text =>
        {
            var model = new FakeChatClient();
            Assert.Equal(text, (await model.Govern(s_test.App).GetResponseAsync(text)).Text);
            model.Script = r => r.LastText.Chunk(3).Select(c => new ChatResponseUpdate(ChatRole.Assistant, new string(c)));
            Assert.Equal(text, (await model.Govern(s_test.App).GetStreamingResponseAsync(text).ToChatResponseAsync()).Text);
        }));
    }

    [Fact]
    public async Task Chunks_that_need_no_change_are_the_same_objects()
    {
        var model = new FakeChatClient();
        ChatResponseUpdate[] updates = [new(ChatRole.Assistant, "Good "), new(ChatRole.Assistant, "morning "), new(ChatRole.Assistant, "to you. ")];
        model.Script = _ => updates;
        var received = await model.Govern(s_test.App).GetStreamingResponseAsync(Prompt).ToListAsync();
        Assert.Equal(updates, received[..^1]);
        Assert.Empty(received[^1].Contents);
    }

    private static string[] Split(string text, IEnumerable<int> cuts)
    {
        int[] at = [0, .. cuts.Order(), text.Length];
        return [.. at.Zip(at.Skip(1), (from, to) => text[from..to])];
    }

    // A failure prints its seed; give it to WithReplay to see it again.
    private static void Check(Property property) => property.Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
