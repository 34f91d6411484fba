namespace MicroApps.Rego.Tests;

public class JwtDecodeTests
{
    [Theory]
    [InlineData("[]", "{}", "! bad JWT header: decoded JSON type was not an Object")]
    [InlineData("{", "{}", "! bad JWT header: invalid JSON: unexpected EOF")]
    [InlineData("{}", "{", "! invalid JSON: unexpected EOF")]
    [InlineData("{}", "1", "! decoded JSON type was not an Object")]
    [InlineData("""{"enc":1}""", "{}", "! JWT is a JWE object, which is not supported")]
    [InlineData("""{"cty":"JWT"}""", "{}", "! encoded JWT had no period separators")]
    [InlineData("""{"cty":"JWT"}""", "\"a.b.c.d\"", "! encoded JWT must have 3 sections, found 4")]
    [InlineData("""{"cty":"jwt"}""", "{}", """[{"cty":"jwt"},{},"736967"]""")]
    [InlineData("""{"cty":1}""", "{}", """[{"cty":1},{},"736967"]""")]
    public void Decode_case_is_as_in_Opa(string header, string payload, string wanted) =>
        Assert.Equal(wanted, TokenMaker.Call("io.jwt.decode", RegoValue.From(TokenMaker.Make(header, payload))));

    [Theory]
    [InlineData("..", "! bad JWT header: invalid JSON: EOF")]
    [InlineData("a.b.c", "! JWT header had invalid encoding: illegal base64url string: a")]
    [InlineData("e30.e30.abcde", "! JWT signature had invalid encoding: illegal base64url string: abcde")]
    [InlineData("e30.e30.=", "! JWT signature had invalid encoding: illegal base64 data at input byte 0")]
    public void Decode_text_is_as_in_Opa(string token, string wanted) => Assert.Equal(wanted, TokenMaker.Call("io.jwt.decode", RegoValue.From(token)));

    [Fact]
    public void Decode_huge_token_is_refused() =>
        Assert.Contains("longer than", TokenMaker.Call("io.jwt.decode", RegoValue.From(new string('.', 2_000_000))), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "! no key constraint")]
    [InlineData("""{"secret":""}""", "! no key constraint")]
    [InlineData("""{"secret":1}""", "! secret constraint: must be a string")]
    [InlineData("""{"foo":1}""", "! unknown token validation constraint: foo")]
    [InlineData("""{"cert":1}""", "! cert constraint: must be a string")]
    [InlineData("""{"secret":"k","time":"x"}""", "! token time constraint: must be a number")]
    [InlineData("""{"secret":"k","time":-1}""", "! token time constraint: must not be negative")]
    [InlineData("""{"secret":"k","cert":"{\"kty\":\"oct\",\"k\":\"AAAA\"}"}""", "! duplicate key constraints")]
    [InlineData("""{"secret":"k"}""", """[true,{"alg":"HS256"},{"iss":"i"}]""")]
    [InlineData("""{"secret":"x"}""", "[false,{},{}]")]
    [InlineData("""{"secret":"k","alg":"HS512"}""", "[false,{},{}]")]
    [InlineData("""{"secret":"k","iss":"i"}""", """[true,{"alg":"HS256"},{"iss":"i"}]""")]
    [InlineData("""{"secret":"k","iss":"j"}""", "[false,{},{}]")]
    [InlineData("""{"secret":"k","aud":"a"}""", "[false,{},{}]")]
    [InlineData("""{"cert":"{\"kty\":\"oct\",\"k\":\"aw\"}"}""", """[true,{"alg":"HS256"},{"iss":"i"}]""")]
    public void Decode_verify_constraint_is_as_in_Opa(string constraints, string wanted) =>
        Assert.Equal(wanted, Verify(TokenMaker.Hs256("""{"alg":"HS256"}""", """{"iss":"i"}""", "k"), constraints));

    [Theory]
    [InlineData("""{"alg":1}""", "{}", "! alg: must be a string")]
    [InlineData("""{"alg":"none"}""", "{}", "! unknown JWS algorithm: none")]
    [InlineData("""{"alg":"RS256"}""", "{}", "[false,{},{}]")]
    [InlineData("{}", "{}", "[false,{},{}]")]
    [InlineData("""{"alg":"HS256","crit":[]}""", "{}", "! crit: must be a nonempty list")]
    [InlineData("""{"alg":"HS256","crit":1}""", "{}", "! crit: must be a list")]
    [InlineData("""{"alg":"HS256","crit":["x"],"x":1}""", "{}", "[false,{},{}]")]
    [InlineData("""{"alg":"HS256"}""", """{"exp":null}""", "! exp value must be a number")]
    [InlineData("""{"alg":"HS256"}""", """{"nbf":"x"}""", "! nbf value must be a number")]
    [InlineData("""{"alg":"HS256"}""", """{"exp":1700000000}""", "[false,{},{}]")]
    [InlineData("""{"alg":"HS256"}""", """{"nbf":1700000001}""", "[false,{},{}]")]
    [InlineData("""{"alg":"HS256"}""", """{"exp":1700000001,"nbf":1.7e9}""", """[true,{"alg":"HS256"},{"exp":1700000001,"nbf":1.7e9}]""")]
    [InlineData("""{"alg":"HS256"}""", """{"aud":["x"]}""", "[false,{},{}]")]
    public void Decode_verify_token_is_as_in_Opa(string header, string payload, string wanted) =>
        Assert.Equal(wanted, Verify(TokenMaker.Hs256(header, payload, "k"), """{"secret":"k"}"""));

    [Fact]
    public void Decode_verify_without_a_time_refuses_tokens_that_end()
    {
        var context = new BuiltinContext { Name = "io.jwt.decode_verify" };
        var token = TokenMaker.Hs256("""{"alg":"HS256"}""", """{"exp":5}""", "k");
        Assert.Null(JwtBuiltins.All.Single(b => b.Name == context.Name).Run(context, [RegoValue.From(token), RegoValue.Parse("""{"secret":"k"}""")]));
        Assert.Contains("time", context.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_take_any_text()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 2_000; i++)
        {
            var token = TokenMaker.Hs256("""{"alg":"HS256","kid":"a"}""", """{"exp":1e400}""", "k").ToCharArray();
            for (var j = random.Next(4); j >= 0; j--)
                token[random.Next(token.Length)] = (char)random.Next(1, 256);
            Assert.NotEmpty(TokenMaker.Call("io.jwt.decode", RegoValue.From(new string(token))));
            Assert.NotEmpty(Verify(new(token), """{"secret":"k"}"""));
            Assert.NotEmpty(TokenMaker.Call("io.jwt.verify_rs256", new string(token), new string(token)));
        }
    }

    private static string Verify(string token, string constraints) => TokenMaker.Call("io.jwt.decode_verify", RegoValue.From(token), RegoValue.Parse(constraints));
}
