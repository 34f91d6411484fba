using System.Text;
using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>Texts of a kind that apps send and models answer: prose with a few numbers and dates, nothing to redact unless asked for.</summary>
internal static class Texts
{
    private const string Prose =
        "The customer wrote twice about the delivery that was planned for the second week of March and asked whether the left door could be changed. "
        + "Our store manager called back, offered a voucher over 25 euros, and promised an answer by Friday; the warehouse confirmed 3 of 4 parts. "
        + "Please summarise what was agreed, who has to act next, and what is still open. Keep it short, and do not invent figures. ";

    /// <summary>What a model streams for an answer: one token a chunk.</summary>
    public static IReadOnlyList<string> Tokens(int count, string? inserted = null)
    {
        var words = Prose.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tokens = Enumerable.Range(0, count).Select(i => (i == 0 ? "" : " ") + words[i % words.Length]).ToArray();
        if (inserted is not null)
        {
            for (var i = 10; i < count; i += 20)
                tokens[i] = " " + inserted;
        }

        return tokens;
    }

    public static string OfLength(int length)
    {
        var text = new StringBuilder(length + Prose.Length);
        while (text.Length < length)
            text.Append(Prose);
        return text.ToString(0, length);
    }

    /// <summary>A conversation of so many messages and so many characters in all.</summary>
    public static ChatMessage[] Conversation(int characters, int messages, string? lastWords = null)
    {
        var text = OfLength(characters);
        var each = characters / messages;
        return
        [
            .. Enumerable.Range(0, messages).Select(i => new ChatMessage(
                i % 2 == 0 ? ChatRole.User : ChatRole.Assistant,
                string.Concat(text.AsSpan(i * each, each), i == messages - 1 ? lastWords : null))),
        ];
    }
}
