namespace MicroApps.Detection.Tests;

public class SecretTests
{
    private static readonly (string Prefix, Func<string> Body)[] Formats =
    [
        ("sk-", () => Keys.Body(48)), ("sk-" + "proj-", () => Keys.Body(120)), ("sk-" + "svcacct-", () => Keys.Body(100)),
        ("sk-" + "ant-", () => "api03-" + Keys.Body(86) + "-" + Keys.Body(6)), ("AI" + "za", () => Keys.Body(35)), ("ya" + "29.", () => Keys.Body(120)),
        ("AK" + "IA", () => Keys.Body(16, Keys.Upper)), ("AS" + "IA", () => Keys.Body(16, Keys.Upper)), ("gh" + "p_", () => Keys.Body(36)),
        ("gh" + "s_", () => Keys.Body(36)), ("github" + "_pat_", () => Keys.Body(22) + "_" + Keys.Body(59)), ("gl" + "pat-", () => Keys.Body(20)),
        ("xo" + "xb-", () => "123456789012-123456789012-" + Keys.Body(24)), ("sk" + "_live_", () => Keys.Body(24)), ("rk" + "_live_", () => Keys.Body(24)),
        ("SG" + ".", () => Keys.Body(22) + "." + Keys.Body(43)), ("S" + "K", () => Keys.Body(32, Keys.Hex)), ("np" + "m_", () => Keys.Body(36)),
        ("pypi-" + "AgEIcHlwaS5vcmc", () => Keys.Body(120)), ("h" + "f_", () => Keys.Body(34)), ("gs" + "k_", () => Keys.Body(52)),
        ("xa" + "i-", () => Keys.Body(80)), ("pp" + "lx-", () => Keys.Body(48)), ("r" + "8_", () => Keys.Body(37)), ("da" + "pi", () => Keys.Body(32, Keys.Hex)),
        ("dop" + "_v1_", () => Keys.Body(64, Keys.Hex)), ("1234567890:" + "AA", () => Keys.Body(33)), ("ke" + "y-", () => Keys.Body(32, Keys.Hex)),
        ("shp" + "at_", () => Keys.Body(32, Keys.Hex)), ("sq0" + "atp-", () => Keys.Body(22)), ("lin" + "_api_", () => Keys.Body(40)),
        ("nt" + "n_", () => Keys.Body(46)), ("pa" + "t", () => Keys.Body(14) + "." + Keys.Body(64, Keys.Hex)), ("PM" + "AK-", () => Keys.Body(24, Keys.Hex) + "-" + Keys.Body(34, Keys.Hex)),
        ("dp" + ".pt.", () => Keys.Body(43)), ("hv" + "s.", () => Keys.Body(90)), ("fi" + "gd_", () => Keys.Body(40)),
        ("hooks.slack" + ".com/services/", () => "T" + Keys.Body(8) + "/B" + Keys.Body(8) + "/" + Keys.Body(24)),
        ("discord" + ".com/api/webhooks/", () => "123456789012345678/" + Keys.Body(68)),
    ];

    public static TheoryData<string, string> Prefixes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (prefix, rest) in Formats)
                foreach (var frame in new[] { "{0}", "key = \"{0}\";", "use {0}, please", "KEY={0}\nX=1", "({0})" })
                    data.Add(prefix, frame);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    [Trait("Spec", "RED-1")]
    public void Scan_key_of_a_known_format_finds_exactly_the_key(string prefix, string frame)
    {
        var key = prefix + Formats.Single(f => f.Prefix == prefix).Body();
        var text = frame.Replace("{0}", key, StringComparison.Ordinal);
        var finding = Assert.Single(TextScanner.Default.Scan(text));
        Assert.Equal((EntityTypes.ApiKey, key), (finding.Type, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    [Trait("Spec", "RED-1")]
    public void Scan_placeholder_of_a_known_format_finds_nothing(string prefix, string frame)
    {
        var rest = Formats.Single(f => f.Prefix == prefix).Body();
        var masked = new string([.. rest.Select(c => char.IsAsciiLetterOrDigit(c) ? '0' : c)]);
        Assert.Empty(TextScanner.Default.Scan(frame.Replace("{0}", prefix + masked, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_token_with_the_right_checksum_scores_one()
    {
        Assert.Equal(1, Assert.Single(TextScanner.Default.Scan(Keys.WithCrc("gh" + "p_"))).Score);
        Assert.True(Assert.Single(TextScanner.Default.Scan("gh" + "p_" + Keys.Body(36))).Score < 1);
    }

    [Theory]
    [InlineData("AccountKey=", 86, "==")]
    [InlineData("SharedAccessKey=", 43, "=")]
    [Trait("Spec", "RED-1")]
    public void Scan_connection_string_finds_the_key_without_its_name(string name, int length, string padding)
    {
        var key = Keys.Body(length) + padding;
        var text = $"Endpoint=x;{name}{key};EndpointSuffix=y";
        var finding = Assert.Single(TextScanner.Default.Scan(text));
        Assert.Equal(key, text.Substring(finding.Start, finding.Length));
    }

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_token_with_a_JSON_header_finds_all_parts()
    {
        var text = $"Authorization: Bearer {Keys.Jwt()}\r\n";
        var finding = Assert.Single(TextScanner.Default.Scan(text));
        Assert.Equal((EntityTypes.Jwt, Keys.Jwt()), (finding.Type, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("""{"typ":"JWT"}""")]
    [InlineData("""{"a":{"alg":"none"}}""")]
    [InlineData("""{"alg""")]
    [Trait("Spec", "RED-1")]
    public void Scan_token_without_an_algorithm_finds_nothing(string header) =>
        Assert.Empty(TextScanner.Default.Scan(Keys.Jwt(header)));

    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    [InlineData("OPENSSH PRIVATE KEY")]
    [InlineData("PGP PRIVATE KEY BLOCK")]
    [Trait("Spec", "RED-1")]
    public void Scan_private_key_finds_all_of_it(string label)
    {
        var key = Keys.Pem(label, 1600);
        var finding = Assert.Single(TextScanner.Default.Scan($"Here: {key} and more."));
        Assert.Equal(new Finding(6, key.Length, EntityTypes.PrivateKey, 1), finding);
    }

    [Fact]
    [Trait("Spec", "RED-1")]
    public void Scan_private_key_without_end_finds_16_KiB_of_it()
    {
        var text = $"{Keys.Dashes}BEGIN PRIVATE KEY{Keys.Dashes}\n{Keys.Body(20_000)}";
        var finding = Assert.Single(TextScanner.Default.Scan(text));
        Assert.Equal((0, 16 * 1024), (finding.Start, finding.Length));
    }

    [Fact]
    [Trait("Spec", "RED-3")]
    public void Stream_of_private_keys_gives_the_findings_of_a_scan()
    {
        var text = $"a {Keys.Pem("PRIVATE KEY", 1600)} b {Keys.Dashes}BEGIN PRIVATE KEY{Keys.Dashes}\n{Keys.Body(17_000)} c {Keys.Jwt()} d";
        foreach (var step in new[] { 1, 7, 100, 5000 })
        {
            var (output, findings) = Streams.Run(TextScanner.Default, text, Enumerable.Range(0, text.Length / step).Select(i => i * step));
            Assert.Equal(text, output);
            Assert.Equal(TextScanner.Default.Scan(text), findings);
        }
    }
}
