namespace MicroApps.Rego.Tests;

/// <summary>What OPA answers to the functions on networks.</summary>
public sealed class CidrTests
{
    public static TheoryData<string, string, bool> Contained => new()
    {
        { "10.0.0.0/8", "10.1.0.0/24", true },
        { "172.17.0.0/24", "172.17.0.0/16", false },
        { "10.0.0.0/8", "10.1.2.3", true },
        { "10.0.0.0/8", "192.168.1.1", false },
        { "2001:4860:4860::8888/32", "2001:4860:4860:1234::8888/40", true },
        { "2001:4860::/96", "2001:4860::/32", false },
        { "10.0.0.0/08", "10.0.0.1", true },
        { "10.0.0.0/8", "::ffff:10.0.0.1", true },
        { "::ffff:10.0.0.0/104", "10.0.0.1", true },
        { "::/0", "10.0.0.1", false },
        { "0.0.0.0/0", "::1", false },
        { "::/0", "::1.2.3.4", true },
        { "::ffff:0:0/90", "10.0.0.1", false },
        { "1.2.3.4/32", "1.2.3.4/32", true },
        { "255.255.255.255/0", "1.2.3.4/0", true },
    };

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "10.0.0.01/8", "10.0.0.1", "invalid CIDR address: 10.0.0.01/8" },
        { "10.0.0.0", "10.0.0.1", "invalid CIDR address: 10.0.0.0" },
        { "10.0.0.0/33", "10.0.0.1", "invalid CIDR address: 10.0.0.0/33" },
        { "10.0.0.0/", "10.0.0.1", "invalid CIDR address: 10.0.0.0/" },
        { "10.0.0.0/-1", "10.0.0.1", "invalid CIDR address: 10.0.0.0/-1" },
        { "10.0.0.256/8", "10.0.0.1", "invalid CIDR address: 10.0.0.256/8" },
        { "10.0.0/8", "10.0.0.1", "invalid CIDR address: 10.0.0/8" },
        { "fe80::1%eth0/64", "fe80::1", "invalid CIDR address: fe80::1%eth0/64" },
        { "1::2::3/64", "::1", "invalid CIDR address: 1::2::3/64" },
        { "12345::/64", "::1", "invalid CIDR address: 12345::/64" },
        { "1:2:3:4:5:6:7/64", "::1", "invalid CIDR address: 1:2:3:4:5:6:7/64" },
        { "1:2:3:4:5:6:7:8::/64", "::1", "invalid CIDR address: 1:2:3:4:5:6:7:8::/64" },
        { "::1.2.3.04/64", "::1", "invalid CIDR address: ::1.2.3.04/64" },
        { "1:2:3:4:5:6:7:1.2.3.4/64", "::1", "invalid CIDR address: 1:2:3:4:5:6:7:1.2.3.4/64" },
        { "10.0.0.0/8", "not-a-cidr", "not a valid textual representation of an IP address or CIDR: not-a-cidr" },
        { "fe80::/64", "fe80::1%eth0", "not a valid textual representation of an IP address or CIDR: fe80::1%eth0" },
    };

    public static TheoryData<string, string[]> Expanded => new()
    {
        { "192.168.1.1/30", ["192.168.1.0", "192.168.1.1", "192.168.1.2", "192.168.1.3"] },
        { "172.16.100.255/30", ["172.16.100.252", "172.16.100.253", "172.16.100.254", "172.16.100.255"] },
        { "192.168.1.1/32", ["192.168.1.1"] },
        { "2001:db8::/126", ["2001:db8::", "2001:db8::1", "2001:db8::2", "2001:db8::3"] },
        { "::ffff:1.2.3.4/126", ["1.2.3.4", "1.2.3.5", "1.2.3.6", "1.2.3.7"] },
        { "255.255.255.252/30", ["255.255.255.252", "255.255.255.253", "255.255.255.254", "255.255.255.255"] },
        { "1:0:0:2:0:0:0:3/127", ["1:0:0:2::2", "1:0:0:2::3"] },
        { "0:1:0:1:0:1:0:1/128", ["0:1:0:1:0:1:0:1"] },
        { "::1:0:0:0/128", ["::1:0:0:0"] },
        { "ffff::ffff/128", ["ffff::ffff"] },
    };

    public static TheoryData<string[], string[]> Merged => new()
    {
        { ["192.0.128.0/24"], ["192.0.128.0/24"] },
        { ["192.0.128.0/24", "0.0.0.0/0"], ["0.0.0.0/0"] },
        { ["192.0.2.112/30", "192.0.2.116/31", "192.0.2.118/31"], ["192.0.2.112/29"] },
        { ["192.0.129.0/24", "192.0.130.0/24"], ["192.0.129.0/24", "192.0.130.0/24"] },
        { ["192.0.2.112/30", "192.0.2.116/32", "192.0.2.118/31"], ["192.0.2.112/30", "192.0.2.116/32", "192.0.2.118/31"] },
        { ["::/0", "::192.0.2.0/124", "ff00::101/128"], ["::/0"] },
        { ["fe80::/120", "192.0.2.0/24", "192.0.3.0/24", "192.0.4.0/25", "192.0.4.128/25"], ["192.0.2.0/23", "192.0.4.0/24", "fe80::/120"] },
        { [], [] },
        { ["192.0.2.112", "192.0.2.116/31"], ["192.0.2.0/24"] },
        { ["10.0.0.1", "150.1.1.1", "224.0.0.1"], ["10.0.0.1/8", "150.1.1.1/16", "224.0.0.1/24"] },
        { ["::ffff:1.2.3.4"], ["1.2.3.4/8"] },
        { ["::ffff:1.2.3.4/128"], ["1.2.3.4/32"] },
        { ["255.255.255.255/32", "255.255.255.254/32"], ["255.255.255.254/31"] },
        { ["0.0.0.0/32", "0.0.0.1/32", "0.0.0.2/32"], ["0.0.0.0/31", "0.0.0.2/32"] },
        { ["::/128", "::1/128"], ["::/127"] },
        { ["2001:db8::/128", "2001:db8::1/128", "2001:db8::2/127"], ["2001:db8::/126"] },
        { ["1.1.1.1/32", "1.1.1.1/32"], ["1.1.1.1/32"] },
        { ["10.0.0.1"], ["10.0.0.1/8"] },
        { ["10.0.0.1", "10.0.0.2"], ["10.0.0.0/8"] },
    };

    [Theory]
    [MemberData(nameof(Contained))]
    public void Contains_networks_answersAsOpa(string network, string other, bool expected)
    {
        Assert.Equal(expected, FamilyCalls.Bool(CidrBuiltins.All, "net.cidr_contains", network, other));
        Assert.Equal(expected, FamilyCalls.Bool(CidrBuiltins.All, "net.cidr_overlap", network, other));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Contains_wrongText_failsAsOpa(string network, string other, string message) =>
        Assert.Equal($"eval_builtin_error: net.cidr_contains: {message}", FamilyCalls.Failure(CidrBuiltins.All, "net.cidr_contains", network, other));

    [Theory]
    [MemberData(nameof(Expanded))]
    public void Expand_network_listsItsAddresses(string network, string[] expected) =>
        Assert.Equal(expected, FamilyCalls.Texts(FamilyCalls.Run(CidrBuiltins.All, "net.cidr_expand", network)!));

    [Fact]
    public void Expand_hugeNetwork_endsTheEvaluation() =>
        Assert.Equal("eval_cancel_error", Assert.Throws<EvaluationException>(() => FamilyCalls.Run(CidrBuiltins.All, "net.cidr_expand", "::/0")).Error.Code);

    [Theory]
    [MemberData(nameof(Merged))]
    public void Merge_networks_areAsFewAsPossible(string[] networks, string[] expected) =>
        Assert.Equal(expected, FamilyCalls.Texts(FamilyCalls.Run(CidrBuiltins.All, "net.cidr_merge", [networks])!));

    [Theory]
    [InlineData("foo", "invalid CIDR address: foo")]
    [InlineData("1.2.3.4/33", "invalid CIDR address: 1.2.3.4/33")]
    [InlineData("2601:600:8a80:207e:a57d:7567:e2c9:e7b3", "IPv6 invalid: needs prefix length")]
    public void Merge_wrongText_failsAsOpa(string network, string message) =>
        Assert.Equal($"eval_builtin_error: net.cidr_merge: {message}", FamilyCalls.Failure(CidrBuiltins.All, "net.cidr_merge", [new[] { network }]));

    [Theory]
    [InlineData("192.168.1.0/25", "192.168.1.64/25", true)]
    [InlineData("192.168.1.0/24", "192.168.2.0/24", false)]
    [InlineData("fd1e:5bfe:8af3:9ddc::/64", "fd1e:5bfe:8af3:9ddc:1111::/72", true)]
    public void Intersects_networks_answersAsOpa(string first, string second, bool expected) =>
        Assert.Equal(expected, FamilyCalls.Bool(CidrBuiltins.All, "net.cidr_intersects", first, second));

    [Theory]
    [InlineData("192.168.1.0/24", true)]
    [InlineData("192.168.1.2", false)]
    [InlineData("2002::1234:abcd:ffff:c0a8:101/64", true)]
    [InlineData("", false)]
    public void IsValid_text_answersAsOpa(string text, bool expected) =>
        Assert.Equal(expected, FamilyCalls.Bool(CidrBuiltins.All, "net.cidr_is_valid", text));

    [Fact]
    public void ContainsMatches_collections_namesThePairs()
    {
        RegoValue networks = new ArrayValue([new ArrayValue([RegoValue.From("1.1.2.0/24"), RegoValue.From("x")]), RegoValue.From("1.1.1.0/24")]);
        RegoValue addresses = new SetValue([RegoValue.From("1.1.1.1")]);
        var found = (SetValue)FamilyCalls.Run(CidrBuiltins.All, "net.cidr_contains_matches", networks, addresses)!;
        var pair = (ArrayValue)Assert.Single(found.Sorted);
        Assert.True(((NumberValue)pair.Items[0]).TryGetInt64(out var index) && index == 1);
        Assert.Equal(RegoValue.From("1.1.1.1"), pair.Items[1]);
    }

    [Fact]
    public void ContainsMatches_wrongElement_failsAsOpa() =>
        Assert.Equal(
            "eval_builtin_error: net.cidr_contains_matches: operand 2: element must be string or non-empty array",
            FamilyCalls.Failure(CidrBuiltins.All, "net.cidr_contains_matches", new[] { "1.1.2.0/24" }, new ArrayValue([RegoValue.From(1)])));
}
