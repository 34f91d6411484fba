using System.Globalization;
using Xunit.Abstractions;

namespace MicroApps.Detection.Tests;

/// <summary>Every row of both tables of keys, with keys made anew in each run.</summary>
[Trait("Spec", "RED-1")]
public class KeyTableTests(ITestOutputHelper output)
{
    private const int KeysOfEach = 20;

    private static readonly Dictionary<char, string> Alphabets = new()
    {
        ['d'] = "0123456789", ['h'] = Keys.Hex, ['l'] = "abcdefghijklmnopqrstuvwxyz0123456789", ['U'] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        ['a'] = Keys.Alphanumeric, ['w'] = Keys.Alphanumeric + "_", ['u'] = Keys.Alphanumeric + "-_", ['b'] = Keys.Alphanumeric + "+/", ['p'] = Keys.Alphanumeric + "-_.=~",
        ['q'] = Keys.Alphanumeric + "-_.~%+/=", ['t'] = Keys.Alphanumeric + "-_.", ['s'] = Keys.Alphanumeric + "/", ['c'] = Keys.Alphanumeric + "./",
    };

    public static TheoryData<string> Formats => [.. ApiKeyFormats.All.Select(f => f.Id)];

    public static TheoryData<string> Providers => [.. ProviderKeys.All.Select(p => p.Word)];

    [Fact]
    public void Tables_hold_more_than_250_formats_under_unique_names()
    {
        Assert.True(ApiKeyFormats.All.Count > 250);
        Assert.Equal(ApiKeyFormats.All.Count, ApiKeyFormats.All.Select(f => f.Id).Distinct().Count());
        Assert.Equal(ApiKeyFormats.All.Count, ApiKeyFormats.All.Select(f => f.Pattern).Distinct().Count());
        Assert.Equal(ProviderKeys.All.Count, ProviderKeys.All.Select(p => p.Word).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Key_of_a_format_is_found_whatever_its_name(string id)
    {
        var format = ApiKeyFormats.All.Single(f => f.Id == id);
        var (random, missed) = (Seeded(), 0);
        foreach (var frame in new[] { "var x = \"{0}\";", "\"apiKey\": \"{0}\"", "X='{0}'", "{0}\n" })
            for (var i = 0; i < KeysOfEach; i++)
            {
                var key = Make(format.Pattern, random);
                var text = frame.Replace("{0}", key, StringComparison.Ordinal);
                var covered = TextScanner.Default.Scan(text).Where(f => f.Type.Kind == EntityKind.Secret).Sum(f => f.Length);
                if (covered >= (key.Length - format.Lead) * 0.9)
                    continue;
                output.WriteLine($"A key in {frame} is covered by {covered} of {key.Length} characters.");
                missed++;
            }

        // Chance may write "your-key": once in so many.
        Assert.InRange(missed, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Key_without_a_mark_is_found_behind_its_provider(string word)
    {
        var random = Seeded();
        foreach (var shape in ProviderKeys.All.Single(p => p.Word == word).Shapes)
            foreach (var frame in new[] { "{1}_key = \"{0}\"", "{1}: {0}", "{1}ApiKey={0}" })
            {
                // Without two digits and two letters chance has made a word or a number; such a key is not looked at.
                var key = shape == "uuid" ? new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]).ToString() : "a1b2" + Make($"{{{shape}}}", random)[4..];
                var text = frame.Replace("{0}", shape[0] == 'd' ? key.Replace("a1b2", "9182", StringComparison.Ordinal) : shape[0] == 'U' ? key.Replace("a1b2", "A1B2", StringComparison.Ordinal) : key, StringComparison.Ordinal)
                    .Replace("{1}", word.TrimEnd('_'), StringComparison.Ordinal);
                if (key.Length < 16 || (word[^1] == '_' && !frame.Contains("_key", StringComparison.Ordinal)))
                    continue;
                Assert.True(TextScanner.Default.Scan(text).Any(f => f.Type.Kind == EntityKind.Secret), $"{shape} of {word} in {frame}");
            }
    }

    [Fact]
    public void Annotated_key_with_its_checksum_scores_one()
    {
        var key = Keys.Body(52, seed: 3) + "JQ" + "QJ99" + "BAACAAAAAAAAAAAAAAAA" + "AZ";
        var digits = AnnotatedChecksum(key[..80]);
        Assert.Equal(1, Assert.Single(TextScanner.Default.Scan($"\"{key[..80]}{digits}\"")).Score);
        var wrong = digits[0] == 'x' ? 'y' : 'x';
        Assert.True(Assert.Single(TextScanner.Default.Scan($"\"{key[..80]}{wrong}{digits[1..]}\"")).Score < 1);
    }

    [Theory]
    [InlineData("", 0x30746C7561666544, 0x0)]
    [InlineData("abcdefgh", 0x0, 0x0)]
    public void Marvin_hash_depends_on_each_byte(string text, ulong seed, byte flip)
    {
        var data = System.Text.Encoding.UTF8.GetBytes(text + "tail");
        var hash = Marvin32.Hash(data, seed);
        for (var i = 0; i < data.Length; i++)
        {
            var changed = (byte[])data.Clone();
            changed[i] ^= (byte)(flip + 1);
            Assert.NotEqual(hash, Marvin32.Hash(changed, seed));
        }
    }

    private static string AnnotatedChecksum(string hashed)
    {
        const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return (from a in Base62 from b in Base62 from c in Base62 from d in Base62 select $"{a}{b}{c}{d}").First(d => Checksums.AnnotatedKey(hashed + d));
    }

    private Random Seeded()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    private static string Make(string pattern, Random random)
    {
        var key = "";
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (close < 0)
            {
                key += pattern[i];
                continue;
            }

            var range = pattern[(i + 2)..close].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var length = random.Next(range[0], Math.Min(range[^1], range[0] + 40) + 1);
            var alphabet = Alphabets[pattern[i + 1]];
            key += string.Concat(Enumerable.Range(0, length).Select(n => alphabet[random.Next(n == 0 || n == length - 1 ? Math.Min(alphabet.Length, 62) : alphabet.Length)]));
            i = close;
        }

        return key;
    }
}
