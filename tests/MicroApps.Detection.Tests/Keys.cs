namespace MicroApps.Detection.Tests;

/// <summary>Makes key-like text at run time, so that no test file holds anything that looks like a credential.</summary>
internal static class Keys
{
    public const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    public const string Hex = "0123456789abcdef";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Body(int length, string alphabet = Alphanumeric, int seed = 7)
    {
        var random = new Random(seed);
        return string.Create(length, random, (span, r) =>
        {
            foreach (ref var c in span)
                c = alphabet[r.Next(alphabet.Length)];
        });
    }

    public static string Pem(string label, int bodyLength) =>
        $"{Dashes}BEGIN {label}{Dashes}\n{Body(bodyLength)}\n{Dashes}END {label}{Dashes}";

    public static string Dashes => new('-', 5);

    public static string Jwt(string header = """{"alg":"HS256","typ":"JWT"}""") =>
        $"{Encode(header)}.{Encode("""{"sub":"1","name":"A"}""")}.{Body(43)}";

    public static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>A GitHub-style token whose last six characters are right.</summary>
    public static string WithCrc(string prefix)
    {
        const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var body = Body(30);
        var crc = uint.MaxValue;
        foreach (var c in body)
        {
            crc ^= c;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        var (value, suffix) = (~crc, "");
        for (var i = 0; i < 6; i++, value /= 62)
            suffix = Base62[(int)(value % 62)] + suffix;
        return prefix + body + suffix;
    }
}
