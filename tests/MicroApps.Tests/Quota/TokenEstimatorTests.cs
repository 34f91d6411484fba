using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace MicroApps.Tests;

[Trait("Spec", "QUO-2")]
public class TokenEstimatorTests
{
    // Any byte-level byte-pair encoding: single bytes, and random merges applied in order.
    [Fact]
    public void UpperBound_holds_for_every_byte_pair_encoding()
    {
        var merges = Gen.Choose(0, 255).Zip(Gen.Choose(0, 255)).ListOf(40);
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), merges.ToArbitrary(), (text, pairs) =>
            Encode(Encoding.UTF8.GetBytes(text ?? ""), [.. pairs]) <= TokenEstimator.UpperBound(text)).QuickCheckThrowOnFailure();
    }

    // Token counts of the o200k_base and cl100k_base vocabularies, the larger one.
    [Theory]
    [InlineData("The quick brown fox jumps over the lazy dog.", 10)]
    [InlineData("{\"name\":\"Anna\",\"age\":34}", 9)]
    [InlineData("日本語のテキストです。", 10)]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 13)]
    [InlineData("👩‍👩‍👧‍👦", 18)]
    public void UpperBound_is_above_what_real_tokenizers_count(string text, int tokens) => Assert.True(TokenEstimator.UpperBound(text) >= tokens);

    [Theory]
    [InlineData("The quick brown fox jumps over the lazy dog.", 10)]
    [InlineData("public static int Add(int a, int b) => a + b;", 15)]
    [InlineData("Bitte senden Sie mir die Unterlagen bis Freitag zu.", 13)]
    public void Estimate_is_within_a_third_of_real_tokenizers(string text, int tokens) =>
        Assert.InRange(TokenEstimator.Estimate(text), tokens * 2 / 3, (tokens * 4 / 3) + 1);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("\ud83d\ude00")]
    public void Estimate_is_zero_only_for_no_text(string text) => Assert.Equal(text.Length == 0, TokenEstimator.Estimate(text) == 0);

    [Fact]
    public void Estimate_is_the_same_for_every_split()
    {
        var texts = ArbMap.Default.GeneratorFor<string?>().Zip(Gen.Choose(0, 1000));
        Prop.ForAll(texts.ToArbitrary(), t =>
        {
            var text = "k3Y-" + (t.Item1 ?? "") + "👍🏽 0123456789abcdef0123456789";
            var meter = default(TokenMeter);
            meter.Add(text.AsSpan(0, t.Item2 % text.Length));
            meter.Add(text.AsSpan(t.Item2 % text.Length));
            return meter.Tokens == TokenEstimator.Estimate(text) && (HasLoneSurrogate(text) || meter.Bytes == Encoding.UTF8.GetByteCount(text));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Estimate_of_a_random_key_is_far_above_that_of_words()
    {
        var key = Convert.ToBase64String(Enumerable.Range(0, 60).Select(i => (byte)(i * 167)).ToArray());
        Assert.True(TokenEstimator.Estimate(key) > 2 * TokenEstimator.Estimate(new string('x', 16) + " " + new string('y', 16) + " " + new string('z', 16)));
    }

    private static bool HasLoneSurrogate(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) != text;

    private static int Encode(byte[] bytes, (int A, int B)[] merges)
    {
        var tokens = bytes.Select(b => (int)b).ToList();
        for (var m = 0; m < merges.Length; m++)
        {
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                if (tokens[i] == merges[m].A && tokens[i + 1] == merges[m].B)
                {
                    tokens[i] = 256 + m;
                    tokens.RemoveAt(i + 1);
                }
            }
        }

        return tokens.Count;
    }
}
