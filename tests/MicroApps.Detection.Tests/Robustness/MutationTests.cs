using System.Globalization;
using Xunit.Abstractions;

namespace MicroApps.Detection.Tests.Robustness;

/// <summary>A million texts made by breaking texts that hold something: whatever comes in, findings are well-formed and nothing is thrown.</summary>
/// <remarks>Set <c>MICROAPPS_FUZZ_SEED</c> to the seed of a failure to see it again.</remarks>
public class MutationTests(ITestOutputHelper output)
{
    private const int Texts = 1_000_000;

    private static readonly string[] Seeds =
    [
        .. CaseFileTests.Found.Select(row => ((string)row[1]).Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)).Where(t => t.Length < 160),
        .. CaseFileTests.Clean.Cast<object[]>().Select(row => (string)row[0]).Where(t => t.Length < 160),
        "sk-" + "ant-" + Keys.Body(60), "password = '" + Keys.Body(12) + "'", "Authorization: Bearer " + Keys.Jwt(), Keys.Pem("PRIVATE KEY", 80),
        "Server=db;User Id=sa;Password=" + Keys.Body(9) + ";", "aws_secret_access_key=" + Keys.Body(40), "https://user:" + Keys.Body(10) + "@host/p?token=" + Keys.Body(30),
    ];

    private static readonly string[] Splinters =
    [
        "\0", "\uD83D", "\uDE00", "\u200B", "\u202E", "\u0301", "４１１１", "\uFEFF", "\r\n", "-", "=", "@", ".", ":", "://", "\"", "'", "{{", "}}", "${", "é", "ß", "İ", "ſ", "名", "9", "0000000000", "+", "(", "eyJ", "-----BEGIN ", "password=", "key: ",
    ];

    private static readonly TextScanner Scanner = Everything();

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_of_broken_texts_gives_well_formed_findings()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("MICROAPPS_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < Texts; i++)
        {
            var text = Mutate(Seeds[random.Next(Seeds.Length)], random);
            if (Complaint(text) is { } complaint)
                Assert.Fail($"{complaint} Seed {seed}, text {i}.");
        }
    }

    private static string? Complaint(string text)
    {
        try
        {
            var end = 0;
            foreach (var finding in Scanner.Scan(text))
            {
                if (finding.Start < end || finding.Length <= 0 || finding.End > text.Length || finding.Score is < 0.5 or > 1)
                    return $"A {finding.Type} at {finding.Start}..{finding.End} of {text.Length} is not well-formed.";
                end = finding.End;
            }

            return null;
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name} at {thrown.StackTrace}";
        }
    }

    private static string Mutate(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
                1 => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
                2 => text.Insert(at, ((char)random.Next(0x250)).ToString()),
                3 => text[..at] + Seeds[random.Next(Seeds.Length)][..8] + text[at..],
                4 when at < text.Length => $"{text[..at]}{(char)(text[at] ^ (1 << random.Next(7)))}{text[(at + 1)..]}",
                _ => text[..at] + text[Math.Min(text.Length, at / 2)..],
            };
            if (text.Length > 400)
                text = text[..400];
        }

        return text;
    }

    private static TextScanner Everything()
    {
        var options = new TextScannerOptions();
        options.Types.UnionWith(EntityTypes.All);
        return new TextScanner(options);
    }
}
