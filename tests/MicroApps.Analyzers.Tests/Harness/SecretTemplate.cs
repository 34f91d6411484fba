using System.Globalization;
using System.Text.RegularExpressions;
using MicroApps.Detection;

namespace MicroApps.Analyzers.Tests;

/// <summary>Fills what stands in <c>« »</c> with values made anew from a seed.</summary>
internal static class SecretTemplate
{
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Secret.Digit;

    private static readonly Dictionary<char, string> s_alphabets = new()
    {
        ['d'] = Secret.Digit, ['h'] = Secret.Hex, ['l'] = Secret.Lower + Secret.Digit, ['U'] = Upper, ['a'] = Secret.Alphanumeric, ['w'] = Secret.Alphanumeric + "_",
        ['u'] = Secret.Base64Url, ['b'] = Secret.Base64, ['p'] = Secret.Alphanumeric + "-_.=~", ['q'] = Secret.Alphanumeric + "-_.~%+/=", ['t'] = Secret.Alphanumeric + "-_.",
        ['s'] = Secret.Alphanumeric + "/", ['c'] = Secret.Alphanumeric + "./",
    };

    // No source generator: what it writes cannot tell .NET's SearchValues from that of the engine's portable build.
    private static readonly Regex s_slot = new("«(?<what>[a-z0-9-]+)(:(?<length>[0-9]+))?»");
    private static readonly Regex s_part = new(@"\{(?<set>[a-zA-Z])(?<min>[0-9]+)(-(?<max>[0-9]+))?\}");

    public static string Fill(string template, Random random) => s_slot.Replace(template, slot => Make(slot.Groups["what"].Value, slot.Groups["length"].Value, random));

    /// <summary>A key of a format of the table of <c>MicroApps.Detection</c>.</summary>
    public static string Key(string pattern, Random random) => s_part.Replace(pattern, part =>
    {
        var shortest = int.Parse(part.Groups["min"].Value, CultureInfo.InvariantCulture);
        var longest = part.Groups["max"].Success ? int.Parse(part.Groups["max"].Value, CultureInfo.InvariantCulture) : shortest;
        return Text(random.Next(shortest, Math.Min(longest, shortest + 40) + 1), s_alphabets[part.Groups["set"].Value[0]], random);
    });

    /// <summary>A password as programs make them: 10 to 20 characters, of which each kind is one.</summary>
    public static string Password(Random random, string signs = "!@#$%^&*+-=?_")
    {
        var password = (Text(random.Next(7, 17), Secret.Alphanumeric + signs, random) + "a" + "Q" + "7").ToCharArray();
        random.Shuffle(password);
        return new(password);
    }

    public static string Text(int length, string alphabet, Random random)
    {
        // Keys do not begin or end with a sign.
        var plain = alphabet.Count(char.IsAsciiLetterOrDigit);
        return string.Create(length, 0, (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = alphabet[random.Next(i == 0 || i == span.Length - 1 ? plain : alphabet.Length)];
        });
    }

    private static string Make(string what, string length, Random random) => what switch
    {
        "hex" => Text(Number(length), Secret.Hex, random),
        "alnum" => Text(Number(length), Secret.Alphanumeric, random),
        "upper" => Text(Number(length), Upper, random),
        "base64" => Text(Number(length), Secret.Base64, random),
        "url" => Text(Number(length), Secret.Base64Url, random),
        "password" => Password(random),
        "urlpassword" => Password(random, "-_!"),
        "guid" => NewGuid(random).ToString(),
        "jwt" => $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{Encode("""{"sub":"1","name":"A"}""")}.{Text(43, Secret.Base64Url, random)}",
        _ => Key(ApiKeyFormats.All.Single(format => format.Id == what).Pattern, random),
    };

    public static Guid NewGuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
