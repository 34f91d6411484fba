namespace MicroApps.Detection.Tests.Robustness;

/// <summary>Ten megabytes made to give every detector work at every place. Work that grows faster than the text would not end here in hours.</summary>
public class HostileLengthTests
{
    private const int Length = 10_000_000;

    public static TheoryData<string> Pieces =>
    [
        "1", "a@", "1-", "1 ", "+", "::", "1.", "(", "a.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----\n", "AK" + "IA", "eyJ", "eyJhbGciOiJ9.", "key=", "password=\"", "password: a", "http://a:", "://", "A", "0x",
        "bc1q", "DE89", "born on 1", "token 1a2b3c4d5e6f7a8b ", "sk-", "-u a:", "_", "wandb ", "a1", "\u0301", "\uD83D",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    [Trait("Spec", "RED-3")]
    public void Scan_of_a_hostile_text_ends(string piece)
    {
        var text = string.Create(Length, piece, (span, p) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = p[i % p.Length];
        });
        Assert.All(TextScanner.Default.Scan(text), f => Assert.InRange(f.End, 1, Length));
    }
}
