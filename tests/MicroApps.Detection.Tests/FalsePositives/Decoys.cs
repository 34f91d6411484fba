using System.Globalization;
using System.Text;

namespace MicroApps.Detection.Tests;

/// <summary>Endless text that holds no personal data and no secret, but much that looks like some: a kind for each method, the same for the same seed.</summary>
internal static class Decoys
{
    private static readonly string[] s_words =
    [
        "quarterly", "average", "assistant", "dashboard", "terminal", "reseller", "passport control", "carding", "phonetic", "tokenise", "keyboard", "secretary",
        "password policy", "the token expires", "C4 engine", "S3 bucket", "EKS cluster", "A4 paper", "B2B", "R2D2", "G20 summit", "H2O", "MP3", "Q3", "FY2026",
        "iban rules", "ssn field", "card games", "driving", "licence terms", "account", "number nine", "chapter 12", "room 101", "gate B42",
    ];

    private static readonly string[] s_namesOfSecrets =
    [
        "\"password\": \"Password is required\",", "password: \"Kennwort\"", "<label for=\"password\">Password</label>", "string password = reader.GetString(3);",
        "password = GetPassword(user);", "passwordHash = null;", "PASSWORD=${DB_PASSWORD}", "password: {{ vault.password }}", "password: !vault |", "if (password == null) return;",
        "Password = passwordBox.Text;", "\"secretName\": \"my-app-secrets\"", "token = cancellationToken;", "apiKey: process.env.API_KEY,", "\"token\": \"<your token here>\"",
        "var key = cache.Key(\"user:1234\");", "The access key is stored in the vault.", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "public string Password { get; set; } = \"\";", "password := os.Getenv(\"PASSWORD\")", "The password is at least 12 characters long.", "private_key_path = \"keys/server.pem\"",
        "SELECT password FROM users WHERE id = 3;", "pwd: /home/build/work/12", "cd \"$PWD/out\" && ls", "\"token_count\": 12345, \"max_tokens\": 4096,", "keyboard: us-intl-104",
        "api_key = config[\"ApiKey\"]", "PublicKeyToken=b77a5c561934e089", "secret: ${{ secrets.NPM_TOKEN }}", "password='${password}'", "const tokenId = \"4f8a2c1e9b7d4f8a2c1e9b7d\";",
        "data-password=\"{password}\"", "passwordLabel.Text = \"Enter password:\";", "private readonly string _password;", "[JsonPropertyName(\"client_secret\")]", "Authorization: Bearer <token>",
    ];

    public static IReadOnlyList<(string Kind, Func<Random, string> Line)> Kinds { get; } =
    [
        ("prose", Prose), ("log", Log), ("guid", r => $"request {new Guid(Bytes(r, 16))} done"), ("hash", Hash), ("sql", Sql), ("csv", Csv), ("json", Json), ("code", Code),
        ("version", r => $"upgraded Package.Name {N(r, 1, 20)}.{N(r, 0, 30)}.{N(r, 0, 400)}-rc.{N(r, 1, 9)} to {N(r, 1, 20)}.{N(r, 0, 30)}.{N(r, 0, 9999)}"),
        ("book", r => $"ISBN 978-{N(r, 0, 9)}-{N(r, 10, 99)}-{N(r, 100000, 999999)}-{N(r, 0, 9)}, EAN {N(r, 4000000, 4999999)}{N(r, 100000, 999999)}"),
        ("order", r => $"order #{N(r, 100000, 999999)}-{N(r, 10, 99)}, invoice INV-{N(r, 2020, 2026)}-{N(r, 10000, 99999)}, lot {N(r, 1000, 9999)}"),
        ("date", r => $"from {N(r, 2020, 2026)}-{N(r, 10, 12)}-{N(r, 10, 28)} to {N(r, 10, 28)}.{N(r, 10, 12)}.{N(r, 2020, 2026)}, {N(r, 10, 23)}:{N(r, 10, 59)}:{N(r, 10, 59)}.{N(r, 100, 999)}"),
        ("money", r => $"total EUR {N(r, 1, 999)}.{N(r, 100, 999)},{N(r, 10, 99)} or $ {N(r, 1, 9)},{N(r, 100, 999)},{N(r, 100, 999)}.00, {N(r, 1, 99)}.{N(r, 0, 9)} %"),
        ("lock", r => $"\"integrity\": \"sha512-{Convert.ToBase64String(Bytes(r, 64))}\","),
        ("style", r => $".c{N(r, 1, 99)} {{ color: #{Hex(r, 3)}; margin: {N(r, 0, 40)}px {N(r, 0, 40)}px; background: url(data:image/png;base64,{Convert.ToBase64String(Bytes(r, 60))}) }}"),
        ("names of secrets", r => s_namesOfSecrets[r.Next(s_namesOfSecrets.Length)]),
        ("coordinates", r => $"lat {N(r, 10, 80)}.{N(r, 100000, 999999)}, lon -{N(r, 10, 170)}.{N(r, 100000, 999999)}, {N(r, 1, 4000)} m"),
        ("table", r => $"| {N(r, 1, 99)} | {N(r, 100, 999)} {N(r, 100, 999)} | {N(r, 1000, 9999)}/{N(r, 10, 99)} | {Pick(r)} |"),
    ];

    /// <summary>Lines of one kind, at least so many characters.</summary>
    public static string Text(Func<Random, string> line, int seed, int length)
    {
        var (text, random) = (new StringBuilder(length + 1024), new Random(seed));
        while (text.Length < length)
            text.Append(line(random)).Append('\n');
        return text.ToString();
    }

    private static string Prose(Random r) =>
        $"The {Pick(r)} team met in {Pick(r)} {N(r, 1, 40)} times; {N(r, 2, 9)} of {N(r, 10, 90)} people liked the {Pick(r)}, and page {N(r, 1, 900)} says why: {Pick(r)}, {Pick(r)}.";

    private static string Log(Random r) =>
        $"{N(r, 2020, 2026)}-{N(r, 10, 12)}-{N(r, 10, 28)}T{N(r, 10, 23)}:{N(r, 10, 59)}:{N(r, 10, 59)}.{N(r, 1000000, 9999999)}Z [{N(r, 1, 64)}] INFO Worker{N(r, 1, 16)} handled {N(r, 1, 99999)} items in {N(r, 1, 9999)} ms (0x{Hex(r, 4)}), trace {Hex(r, 16)}";

    private static string Hash(Random r) => $"sha256:{Hex(r, 32)} commit {Hex(r, 20)} etag \"{Hex(r, 16)}\" crc {Hex(r, 4)}";

    private static string Sql(Random r) =>
        $"UPDATE orders SET token_count = {N(r, 1, 9999)}, password_hash = NULL WHERE id IN ({N(r, 10000, 99999)}, {N(r, 10000, 99999)}) AND card_type = 'none';";

    private static string Csv(Random r) => $"{N(r, 1, 99999)};{Pick(r)};{N(r, 1, 999)},{N(r, 10, 99)};{N(r, 2020, 2026)}{N(r, 10, 12)}{N(r, 10, 28)};{N(r, 0, 1)}";

    private static string Json(Random r) =>
        $"{{\"id\":{N(r, 100000, 999999)},\"k\":[{N(r, 1, 9)},{N(r, 100, 999)},{N(r, 10000, 99999)}],\"u\":\"{new Guid(Bytes(r, 16)):N}\",\"t\":{N(r, 1600000, 1799999)}{N(r, 100000, 999999)},\"s\":\"{Pick(r)}\"}}";

    private static string Code(Random r) =>
        $"var token{N(r, 1, 99)} = await provider.GetTokenAsync(options.Password ?? throw new InvalidOperationException(), 0x{Hex(r, 4)}UL, {N(r, 1, 999)}e-{N(r, 1, 9)}); // {Pick(r)}";

    private static string Pick(Random r) => s_words[r.Next(s_words.Length)];

    private static string N(Random r, int from, int to) => r.Next(from, to + 1).ToString(CultureInfo.InvariantCulture);

    private static string Hex(Random r, int bytes) => Convert.ToHexStringLower(Bytes(r, bytes));

    private static byte[] Bytes(Random r, int count)
    {
        var bytes = new byte[count];
        r.NextBytes(bytes);
        return bytes;
    }
}
