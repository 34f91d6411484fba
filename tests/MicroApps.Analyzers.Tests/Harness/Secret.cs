namespace MicroApps.Analyzers.Tests;

/// <summary>Makes keys at run time, so that no file of this repository holds one.</summary>
internal static class Secret
{
    public const string Lower = "abcdefghijklmnopqrstuvwxyz", Digit = "0123456789", Hex = "0123456789abcdef";
    public const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + Lower + Digit;
    public const string Base64 = Alphanumeric + "+/", Base64Url = Alphanumeric + "-_";

    /// <summary>What generated values begin from: the same in each run, or what <c>MICROAPPS_KEY_SEED</c> says, a number or <c>random</c>.</summary>
    public static int Seed => Environment.GetEnvironmentVariable("MICROAPPS_KEY_SEED") switch
    {
        null or "" => 20261,
        "random" => Random.Shared.Next(),
        var text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Text of an alphabet, the same for the same seed.</summary>
    public static string Of(int length, string alphabet = Alphanumeric, int seed = 11)
    {
        var random = new Random(seed);
        return string.Create(length, 0, (span, _) =>
        {
            foreach (ref var c in span)
                c = alphabet[random.Next(alphabet.Length)];
        });
    }

    public static string OpenAI(int seed = 11) => "sk-" + "proj-" + Of(48, seed: seed);
}
