using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Detection.Tests;

/// <summary>A stream gives what a scan of the whole text gives, for texts made of pieces that begin, continue and break matches.</summary>
public class StreamPropertyTests
{
    private static readonly string[] Pieces =
    [
        "anna", "@", "contoso.com", "b.ünal", "example", ".", "..", "com", " ", "  ", "\n", "-", "_", ",", "(", ")", "[", "+", ":", "::", "/", "\"", "\0",
        "4111", "4111111111111111", "4111 1111 1111 1111", "378282246310005", "12", "0", "00", "1", "2024", "127", "127.0.0.1", "1.2.3.4", "255", "123-45-6789",
        "536-90-4399", "536904399", "ssn ", "card ", "phone: ", "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "gb82 west 1234 5698 7654 32", "DE", "it", "89", "NO", "NO 93 8601 11 17947", "93 8601 11 17947", 
        "+49 30 901820", "+1 (415) 555-0132", "(415) 555-0132", "0049 30 901820", "ext. 12", "x99", "fe80", "2001:db8::1", "::ffff:10.0.0.1", "00:11:22:33:44:55",
        "https", "://", "https://", "user", ":pass", "@host", "eyJ", "eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxIn0", ".c2ln", "-----BEGIN", " RSA PRIVATE KEY", "-----",
        "-----END", "MIIEpAIBAAKCAQEAx9Qk3v7mN2bT5wRz8LpYcHd", "sk-", "sk-ant-", "sk-proj-", "ghp_", "AIza", "AKIA", "xoxb-", "SG.", "AccountKey=", ":AA", "123456789",
        "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5", "ABCDEFGH23456789", "==", "TOKEN", "_token=", "api_key: ", "secret is ", "Password", "password=", "pwd: '", "hunter2", "Id", "=", "'", ";", "k9XbT2mQ7vLr4Zp8WnYs",
        "131052", "A", "308T", "Steuer-ID ", "36574261809", "PL ", "8567346215", "36", "BIC ", "DEUTDEFF", "00:1A:", "2B:3C:4D:5E", "born on ", "12.05.1984", "MRN-", "163868",
        "s", "a", "x", "ÿ", "名", "\uD83D\uDE00", "\uD83D", "\uDE00", "the ", "quarterly ", "\n\n", "\r\n\r\n", "[at]", " (at", ") ", "[dot] ", "dot com", "a-12 ", "b.x", "99x", "www.", ".com", "/a?b=", "http://", "Friday", "in 19", "2024-03-05", "T14:30", "aged ", "36", " years old", "May ", Long,
    ];

    private static string Long => new string('n', 900) + "a 12\n";

    private static readonly TextScanner[] Scanners =
    [
        TextScanner.Default,
        new(new TextScannerOptions { MinScore = 0 }),
        new(OptionsFor(EntityTypes.CreditCard, EntityTypes.IbanCode, EntityTypes.UsSsn)),
        new(OptionsFor(EntityTypes.EmailAddress)),
        new(OptionsFor([.. EntityTypes.All])),
        new(OptionsFor([.. EntityTypes.OnRequest])),
        new(OptionsFor(EntityTypes.ApiKey, EntityTypes.PrivateKey, EntityTypes.Jwt, EntityTypes.UrlCredentials)),
        .. OwnScanners.All,
    ];

    private static Gen<string> Texts =>
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces))
        from length in Gen.Choose(0, 3)
        select string.Concat(pieces) + new string('7', length);

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_cut_anywhere_gives_the_text_and_the_findings_of_a_scan() =>
        Check((text, seed) => Cuts(text, seed));

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_of_single_characters_gives_the_text_and_the_findings_of_a_scan() =>
        Check((text, _) => Enumerable.Range(0, text.Length));

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_consumed_only_at_the_end_gives_the_same() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (text, seed) =>
        {
            var scanner = Scanners[seed % Scanners.Length];
            var stream = scanner.CreateStream();
            var from = 0;
            foreach (var cut in Cuts(text, seed).Append(text.Length))
            {
                stream.Append(text.AsSpan(from..cut));
                from = cut;
            }

            stream.Complete();
            return stream.Final.SequenceEqual(text) && stream.Findings.SequenceEqual(scanner.Scan(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static void Check(Func<string, int, IEnumerable<int>> cuts) =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (text, seed) =>
            Scanners.All(scanner =>
            {
                var (output, findings) = Streams.Run(scanner, text, cuts(text, seed), passThrough: seed % 2 == 0);
                return output == text && findings.SequenceEqual(scanner.Scan(text));
            })).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));

    private static IEnumerable<int> Cuts(string text, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(text.Length + 1)).Order()];
    }

    private static TextScannerOptions OptionsFor(params EntityType[] types)
    {
        var options = new TextScannerOptions();
        options.Types.Clear();
        options.Types.UnionWith(types);
        return options;
    }
}
