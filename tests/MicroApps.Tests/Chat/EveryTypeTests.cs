using MicroApps.Detection;
using MicroApps.Testing;
using Microsoft.Extensions.AI;

namespace MicroApps.Tests;

/// <summary>A value of every type that redaction looks for, at every place of a call, whole and in pieces.</summary>
[Trait("Spec", "RED-1")]
[Trait("Spec", "RED-3")]
public sealed class EveryTypeTests
{
    private static readonly TestMicroApp s_test = new();

    // A sentence in an address is escaped, or refused before anything is looked at.
    private static readonly string[] s_addresses = ["link", "link encoded"];

    private static IReadOnlyList<(string Type, string Text, string Value)> Examples { get; } =
    [
        .. NumberExamples.All.Select(e => (e.Type, $"The {e.Word} on file is {e.Number}, please check.", e.Number)),
        ("EMAIL_ADDRESS", $"Write to {Sensitive.Email}.", Sensitive.Email), ("CREDIT_CARD", $"Card {Sensitive.Card}.", Sensitive.Card), ("IBAN_CODE", $"To {Sensitive.Iban}.", Sensitive.Iban),
        ("US_SSN", $"SSN {Sensitive.Ssn}.", Sensitive.Ssn), ("PHONE_NUMBER", $"Call {Sensitive.Phone}.", Sensitive.Phone), ("IP_ADDRESS", $"From {Sensitive.Address}.", Sensitive.Address),
        ("MAC_ADDRESS", "Device 00:1A:2B:3C:4D:5E.", "00:1A:2B:3C:4D:5E"), ("CRYPTO", "Pay 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa.", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("BIC", "BIC DEUTDEFF, please.", "DEUTDEFF"), ("DATE_OF_BIRTH", "DOB: 1980-03-05.", "1980-03-05"),
        ("URL_CREDENTIALS", $"See {Sensitive.Url}.", Sensitive.Password), ("API_KEY", $"Use {Sensitive.ApiKey}.", Sensitive.ApiKey), ("PASSWORD", "password = 'hunter" + "2long9'", "hunter" + "2long9"),
        ("JWT", $"Token {Jwt}.", Jwt), ("PRIVATE_KEY", $"{Dashes}BEGIN PRIVATE KEY{Dashes}MIIEvQIBADANBgkqhkiG9w0BAQEFAASC{Dashes}END PRIVATE KEY{Dashes}", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"),
    ];

    private static string Dashes => new('-', 5);

    private static string Jwt => "eyJ" + "hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

    public static TheoryData<string> Positions => [.. TextPositions.All.Keys.Except(s_addresses)];

    public static TheoryData<int> Sizes => [1, 2, 3, 5, 8];

    [Fact]
    public void Every_type_has_an_example() =>
        Assert.Equal("", string.Join(", ", EntityTypes.Default.Select(t => t.Name).Except(Examples.Select(e => e.Type))));

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task No_value_reaches_the_model_from_any_position(string position)
    {
        foreach (var (type, text, value) in Examples)
        {
            var (messages, options) = TextPositions.All[position](text);
            var model = new FakeChatClient();
            model.Answer("ok");
            await model.Govern(s_test.App).GetResponseAsync(messages, options);
            Assert.False(ObjectText.Of(model.Request).Contains(value, StringComparison.Ordinal), $"A value of {type} came through.");
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Answer_in_pieces_puts_back_what_was_sent(int size)
    {
        foreach (var (type, text, value) in Examples.Where(e => EntityTypes.Find(e.Type)!.Kind == EntityKind.Pii))
        {
            var model = new FakeChatClient { Script = r => r.LastText.Chunk(size).Select(c => new ChatResponseUpdate(ChatRole.Assistant, new string(c))) };
            var answer = await model.Govern(s_test.App).GetStreamingResponseAsync(text).ToChatResponseAsync();
            Assert.False(model.Request.LastText.Contains(value, StringComparison.Ordinal), $"A value of {type} came through.");
            Assert.Equal(text, answer.Text);
        }
    }
}
