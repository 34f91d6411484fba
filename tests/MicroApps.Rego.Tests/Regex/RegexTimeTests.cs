using System.Diagnostics;

namespace MicroApps.Rego.Tests;

/// <summary>Keeps tests that measure apart from others.</summary>
[CollectionDefinition(nameof(RegexTimeTests), DisableParallelization = true)]
public sealed class RegexTimeCollection;

/// <summary>Time and memory on hostile patterns, and use by many threads.</summary>
[Collection(nameof(RegexTimeTests))]
public sealed class RegexTimeTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("(a*)*(a*)*(a|aa)*b")]
    [InlineData("(a|a?)+$b")]
    [InlineData("((((a{1,10}){1,10}){1,10}))*b")]
    [InlineData("(.*)(.*)(.*)(.*)(.*)[^a]")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void IsMatch_patternThatBacktracks_isLinear(string pattern)
    {
        var (program, clock) = (RegexProgram.Compile(pattern, out _)!, Stopwatch.StartNew());
        Assert.False(program.IsMatch(new string('a', 200_000)));
        Assert.True(clock.Elapsed < Generous);
    }

    [Fact]
    public void Find_patternThatBacktracks_isLinear()
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(20_000, RegexProgram.Compile("(a|aa)*(a*)*b?", out _)!.Find(new string('a', 20_000), 0)![1]);
        Assert.True(clock.Elapsed < Generous);
    }

    [Fact]
    public void Find_thousandsOfGroups_isLinear()
    {
        var (program, clock) = (RegexProgram.Compile(string.Concat(Enumerable.Repeat("(a?)", 2_000)), out _)!, Stopwatch.StartNew());
        Assert.Equal([0, 200, 0, 1], program.Find(new string('a', 200), 0)!.Take(4));
        Assert.True(clock.Elapsed < Generous);
    }

    [Fact]
    public void Compile_thousandsOfLargeClasses_isRefused()
    {
        Assert.Null(RegexProgram.Compile(string.Concat(Enumerable.Range(0x4E00, 20_000).Select(c => $"[^{(char)c}]")), out var error));
        Assert.StartsWith("error parsing regexp: expression too large", error, StringComparison.Ordinal);
    }

    [Fact]
    public void IsMatch_exponentialStates_staysInBounds()
    {
        var random = new Random(3);
        var text = new string([.. Enumerable.Range(0, 100_000).Select(_ => "ab"[random.Next(2)])]);
        var program = RegexProgram.Compile("(a|b)*a(a|b){30}c", out _)!;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.False(program.IsMatch(text));
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 4_000_000);
        Assert.True(program.IsMatch(string.Concat(text, "a", text.AsSpan(0, 30), "c")));
    }

    [Fact]
    public async Task IsMatch_manyThreads_agree()
    {
        var program = RegexProgram.Compile("(a|b)*a(a|b){12}c", out _)!;
        var texts = Enumerable.Range(0, 200).Select(i => new string([.. Enumerable.Range(0, 60).Select(k => "abc"[new Random((i * 100) + k).Next(3)])])).ToArray();
        var expected = texts.Select(text => program.Find(text, 0) is not null).ToArray();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => texts.Select(program.IsMatch).ToArray())));
        Assert.All(answers, answer => Assert.Equal(expected, answer));
    }

    [Fact]
    public void Compile_anyText_neverThrowsAndBothWaysAgree()
    {
        const string Alphabet = "ab()[]{}|*+?\\.^$:-,012PpQEdswbBxiU<>n=!\u017F\u65E5\ud800";
        var random = new Random(1);
        string Text(int most) => new([.. Enumerable.Range(0, random.Next(1, most)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
        for (var i = 0; i < 10_000; i++)
        {
            var (pattern, text) = (Text(30), Text(40));
            if (RegexProgram.Compile(pattern, out var error) is not { } program)
            {
                Assert.StartsWith("error parsing regexp: ", error, StringComparison.Ordinal);
                continue;
            }

            Assert.True(program.IsMatch(text) == program.Find(text, 0) is not null, $"{pattern} on {text}");
            program.Replace(text, "$1");
        }
    }

    [Fact]
    public void Cache_moreThanItHolds_stillAnswers()
    {
        for (var i = 0; i < 1_200; i++)
            Assert.True(FamilyCalls.Bool(RegexBuiltins.All, "regex.match", $"^{i % 700}$", $"{i % 700}"));
    }
}
