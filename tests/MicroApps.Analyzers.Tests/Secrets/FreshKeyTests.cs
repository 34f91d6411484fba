using MicroApps.Detection;
using Xunit.Abstractions;

namespace MicroApps.Analyzers.Tests;

/// <summary>Generated keys, 300 of each kind, under names that tell what they are and names that do not. <c>MICROAPPS_KEY_SEED</c> makes others: a number, or <c>random</c>.</summary>
[Trait("Spec", "ANA-1")]
public class FreshKeyTests
{
    private const int Keys = 300, GroupSize = 24;

    private static readonly List<ApiKeyFormat> s_formats = [.. KnownCredentials.Formats];
    private static readonly string[] s_telling = ["apiKey", "ApiKey2", "clientSecret", "accessToken", "_secret", "OPENAI_API_KEY", "authToken", "credential"];
    private static readonly string[] s_passwords = ["password", "DbPassword", "_pwd", "SMTP_PASSWORD", "passphrase", "userPassword2"];
    private static readonly string[] s_neutral = ["value", "data", "x", "text", "input", "result", "line2", "content"];

    private readonly ITestOutputHelper _output;
    private readonly Random _random;

    public FreshKeyTests(ITestOutputHelper output)
    {
        var seed = Secret.Seed;
        output.WriteLine($"seed {seed}");
        (_output, _random) = (output, new Random(seed));
    }

    // Many formats in one source: a compilation costs more than what stands in it.
    public static TheoryData<int> Groups => [.. Enumerable.Range(0, (s_formats.Count + GroupSize - 1) / GroupSize)];

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Key_of_a_known_format_is_told_whatever_its_name(int group)
    {
        var formats = s_formats.Skip(group * GroupSize).Take(GroupSize).ToList();
        foreach (var names in new[] { s_telling, s_neutral })
        {
            var lines = formats.SelectMany(format => Lines(names, () => SecretTemplate.Key(format.Pattern, _random))).ToList();
            var told = await Told(lines);
            for (var i = 0; i < formats.Count; i++)
            {
                var found = told.Count(line => line / Keys == i);
                Assert.True(found >= Keys * 99 / 100, $"{formats[i].Id}: {found} of {Keys}, but not {lines.Skip(i * Keys).Where((_, n) => !told.Contains((i * Keys) + n)).FirstOrDefault()}");
            }
        }
    }

    public static TheoryData<string> Generic => new("«hex:32»", "«hex:64»", "«alnum:24»", "«alnum:32»", "«alnum:40»", "«alnum:64»", "«url:32»", "«url:43»", "«base64:40»", "«base64:64»", "«base64:43»=", "«base64:86»==");

    [Theory]
    [MemberData(nameof(Generic))]
    public async Task Key_without_a_format_is_told_by_its_name_alone(string template)
    {
        Assert.InRange(await Told(s_telling, () => SecretTemplate.Fill(template, _random)), Keys * 95 / 100, Keys);
        Assert.Equal(0, await Told(s_neutral, () => SecretTemplate.Fill(template, _random)));
    }

    public static TheoryData<string, string> Slashed => new()
    {
        { "Take(7, \"«base64:40»\");", "secretKey" },
        { "Take(7, \"/«base64:39»\");", "secretAccessKey" },
        { "Take(7, \"«base64:43»=\");", "signingKey" },
        { "Take(7, \"«base64:86»==\");", "accountKey" },
        { "Take(7, \"«alnum:24»\");", "apiKey" },
    };

    [Theory]
    [MemberData(nameof(Slashed))]
    public async Task Key_is_told_by_its_parameter_alone(string call, string parameter)
    {
        Assert.InRange((await Told([.. Calls(parameter)])).Count, Keys * 98 / 100, Keys);
        Assert.Empty(await Told([.. Calls("text")]));

        IEnumerable<string> Calls(string name) =>
            Enumerable.Range(0, Keys).Select(_ => SecretTemplate.Fill(call, _random)).Prepend($"static int Take(int n, string {name}) => n; void M() {{").Append("}");
    }

    [Fact]
    public async Task Password_is_told_by_its_name_alone()
    {
        Assert.InRange(await Told(s_passwords, () => SecretTemplate.Password(_random)), Keys * 95 / 100, Keys);
        Assert.Equal(0, await Told(s_neutral, () => SecretTemplate.Password(_random)));
    }

    [Theory]
    [InlineData("apiKey", "«guid»")]
    [InlineData("authToken", "«guid»")]
    [InlineData("tenantId", "«guid»")]
    [InlineData("value", "«hex:32»")]
    [InlineData("value", "«hex:40»")]
    [InlineData("passwordHash", "«hex:64»")]
    [InlineData("commit", "«hex:40»")]
    [InlineData("checksum", "«base64:43»=")]
    [InlineData("integrity", "sha384-«base64:64»")]
    [InlineData("secret", "iVBORw0KGgo«base64:120»")]
    [InlineData("token", "data:image/png;base64,iVBORw0KGgo«base64:120»")]
    [InlineData("picture", "/9j/4AAQSkZJRg«base64:120»")]
    public async Task Identifier_hash_or_picture_is_silent(string name, string template) =>
        Assert.Equal(0, await Told([name], () => SecretTemplate.Fill(template, _random)));

    private async Task<int> Told(string[] names, Func<string> make)
    {
        var lines = Lines(names, make).ToList();
        var told = await Told(lines);
        foreach (var line in lines.Where((_, i) => told.Contains(i) == (told.Count < Keys / 2)).Take(3))
            _output.WriteLine($"{told.Count} of {Keys}: {line}");
        return told.Count;
    }

    private static IEnumerable<string> Lines(string[] names, Func<string> make) =>
        Enumerable.Range(0, Keys).Select(i => $"string {names[i % names.Length]}{i} = {Quote(make())};");

    private static string Quote(string value) => value.Contains('"', StringComparison.Ordinal) ? $"\"\"\"{value}\"\"\"" : $"\"{value}\"";

    private static async Task<HashSet<int>> Told(List<string> lines) =>
        [.. (await SecretRules.Analyze($"class C {{ {string.Join('\n', lines)} }}")).Select(d => d.Location.GetLineSpan().StartLinePosition.Line)];
}
