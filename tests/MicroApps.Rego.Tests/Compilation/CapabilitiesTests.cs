namespace MicroApps.Rego.Tests;

/// <summary>What is not granted cannot be named.</summary>
public class CapabilitiesTests
{
    [Theory]
    [InlineData("time.now_ns()", "WithClock()")]
    [InlineData("io.jwt.decode_verify(\"\", {})", "WithClock()")]
    [InlineData("rand.intn(\"a\", 5)", "WithRandomness()")]
    [InlineData("uuid.rfc4122(\"a\")", "WithRandomness()")]
    [InlineData("http.send({})", "WithNetworkNames()")]
    [InlineData("net.lookup_ip_addr(\"a\")", "WithNetworkNames()")]
    [InlineData("opa.runtime()", "Allow(\"opa.runtime\")")]
    public void Compile_call_of_what_is_not_granted_is_refused_with_a_hint(string call, string hint)
    {
        var error = Assert.Single(Errors(RegoCapabilities.Default, $"p := x if x := {call}"));

        Assert.Equal(("rego_type_error", 2), (error.Code, error.Line));
        Assert.Equal($"undefined function {call[..call.IndexOf('(', StringComparison.Ordinal)]} (hint: this use of policies does not grant it; its host can: RegoCapabilities.{hint})", error.Message);
    }

    [Theory]
    [InlineData("p if q with http.send as f\nq := 1\nf(x) := 1")]
    [InlineData("p if q with time.now_ns as 1\nq := 1")]
    public void Compile_replacement_of_what_is_not_granted_is_refused(string rules)
    {
        var error = Assert.Single(Errors(RegoCapabilities.Default, rules));

        Assert.Equal("rego_type_error", error.Code);
        Assert.StartsWith("with keyword target must reference existing input, data, or a function (hint: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p if q(1) with q as http.send\nq(x) := x")]
    [InlineData("p if count([1]) == 1 with count as rand.intn")]
    [InlineData("p := [x | some x in [http.send({})]]")]
    [InlineData("p := $\"{time.now_ns()}\"")]
    [InlineData("p if every x in [1] { x < time.now_ns() }")]
    [InlineData("default p := 1\np := 2 if not rand.intn(\"a\", 2)")]
    public void Compile_what_is_not_granted_anywhere_is_refused(string rules) => Assert.NotEmpty(Errors(RegoCapabilities.Default, rules));

    [Fact]
    public void Prepare_query_that_calls_what_is_not_granted_is_refused()
    {
        var policy = new RegoCompiler().Compile();

        Assert.StartsWith("undefined function time.now_ns", Assert.Throws<RegoException>(() => policy.Prepare("x := time.now_ns()")).Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_what_is_granted_runs()
    {
        var capabilities = RegoCapabilities.Default.WithClock().WithRandomness().WithNetworkNames();
        const string Rules = """
            p := [time.now_ns(), rand.intn("a", 1), sent] if sent := called with http.send as answer
            called := http.send({"method": "get", "url": "a"})
            answer(request) := request.url
            """;
        var query = new RegoCompiler { Capabilities = capabilities }.Add("a.rego", "package a\n" + Rules).Compile().Prepare("x := data.a.p");

        Assert.Equal("[5,0,\"a\"]", query.Evaluate(null, null, new() { NowNanoseconds = 5 })[0]["x"].ToJson());
    }

    [Fact]
    public void Evaluate_network_that_is_not_replaced_is_refused()
    {
        var query = new RegoCompiler { Capabilities = RegoCapabilities.All }.Compile().Prepare("http.send({\"method\": \"get\", \"url\": \"a\"})");

        Assert.Contains("not available", Assert.Throws<RegoException>(() => query.Evaluate(null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deny_takes_away_and_leaves_the_original_as_it_was()
    {
        var less = RegoCapabilities.Default.Deny("regex.match", "plus");

        Assert.Equal((false, false, true), (less.Allows("regex.match"), less.Allows("plus"), RegoCapabilities.Default.Allows("regex.match")));
        Assert.Equal(2, Errors(less, "p := 1 + 2\nq if regex.match(\"a\", \"a\")").Count);
    }

    [Theory]
    [InlineData("no.such")]
    [InlineData("")]
    public void Allow_unknown_function_throws(string name) => Assert.Throws<ArgumentException>(() => RegoCapabilities.Default.Allow(name));

    [Theory]
    [InlineData("eq")]
    [InlineData("internal.member_2")]
    public void Deny_part_of_the_language_throws(string name) => Assert.Throws<ArgumentException>(() => RegoCapabilities.Default.Deny(name));

    [Fact]
    public void Default_grants_all_that_is_declared_but_what_depends_on_more_than_arguments()
    {
        var refused = BuiltinSignatures.Arities.Keys.Where(name => !RegoCapabilities.Default.Allows(name)).Order(StringComparer.Ordinal);

        Assert.Equal(["http.send", "io.jwt.decode_verify", "net.lookup_ip_addr", "opa.runtime", "rand.intn", "time.now_ns", "uuid.rfc4122"], refused);
    }

    private static IReadOnlyList<RegoError> Errors(RegoCapabilities capabilities, string rules)
    {
        try
        {
            new RegoCompiler { Capabilities = capabilities }.Add("a.rego", "package a\n" + rules).Compile();
            return [];
        }
        catch (RegoException e)
        {
            return e.Errors;
        }
    }
}
