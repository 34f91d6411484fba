using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MicroApps.Rego.Tests;

public class JwtVerifyTests
{
    private static readonly RSA RsaKey = RSA.Create(2048);

    [Theory]
    [InlineData("rs256")]
    [InlineData("rs384")]
    [InlineData("rs512")]
    [InlineData("ps256")]
    [InlineData("ps384")]
    [InlineData("ps512")]
    public void Verify_rsa_takes_every_form_of_key(string algorithm)
    {
        var hash = new HashAlgorithmName("SHA" + algorithm[2..]);
        var padding = algorithm[0] == 'r' ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss;
        var token = TokenMaker.Make("""{"alg":"none"}""", "{}", b => RsaKey.SignData(b, hash, padding));
        var certificate = new CertificateRequest("CN=x", RsaKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        foreach (var key in (string[])[RsaKey.ExportSubjectPublicKeyInfoPem(), certificate.ExportCertificatePem(), TokenMaker.Jwk(RsaKey), $$"""{"keys":[{"kty":"oct","k":"AAAA"},{{TokenMaker.Jwk(RsaKey)}}]}"""])
        {
            Assert.Equal("true", TokenMaker.Call($"io.jwt.verify_{algorithm}", token, key));
            Assert.Equal("false", TokenMaker.Call($"io.jwt.verify_{algorithm}", token.Replace(".e30.", ".e30K.", StringComparison.Ordinal), key));
        }
    }

    [Theory]
    [InlineData("P-256", "256")]
    [InlineData("P-384", "384")]
    [InlineData("P-521", "512")]
    public void Verify_ecdsa_takes_every_form_of_key(string curve, string bits)
    {
        using var ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName("nistP" + curve[2..]));
        var hash = new HashAlgorithmName("SHA" + bits);
        var token = TokenMaker.Make("{}", "{}", b => ecdsa.SignData(b, hash));
        var certificate = new CertificateRequest("CN=x", ecdsa, hash).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        foreach (var key in (string[])[ecdsa.ExportSubjectPublicKeyInfoPem() + "\n", certificate.ExportCertificatePem(), TokenMaker.Jwk(ecdsa, curve)])
            Assert.Equal("true", TokenMaker.Call($"io.jwt.verify_es{bits}", token, key));
        Assert.Equal("false", TokenMaker.Call($"io.jwt.verify_es{bits}", TokenMaker.Make("{}", "{}"), TokenMaker.Jwk(ecdsa, curve)));
        Assert.Equal("false", TokenMaker.Call($"io.jwt.verify_es{bits}", token, TokenMaker.Jwk(RsaKey)));
    }

    [Fact]
    public void Verify_key_id_decides_which_key_counts()
    {
        using var other = RSA.Create(2048);
        var token = TokenMaker.Make("""{"kid":"b","alg":"RS256"}""", "{}", b => RsaKey.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        string Keys(string first, string second) => $$"""{"keys":[{{TokenMaker.Jwk(RsaKey, first)}},{{TokenMaker.Jwk(other, second)}}]}""";
        Assert.Equal("true", TokenMaker.Call("io.jwt.verify_rs256", token, Keys(",\"kid\":\"b\"", ",\"kid\":\"a\"")));
        Assert.Equal("false", TokenMaker.Call("io.jwt.verify_rs256", token, Keys(",\"kid\":\"a\"", ",\"kid\":\"b\"")));
        Assert.Equal("false", TokenMaker.Call("io.jwt.verify_rs256", token, Keys(",\"alg\":\"RS512\"", "")));
        Assert.Equal("true", TokenMaker.Call("io.jwt.verify_rs256", token, Keys(",\"alg\":\"RS256\"", "")));
    }

    [Fact]
    public void Decode_verify_public_key_is_no_secret()
    {
        // The classic confusion: a token that is signed with the text of the public key.
        var pem = RsaKey.ExportSubjectPublicKeyInfoPem();
        var token = TokenMaker.Hs256("""{"alg":"HS256"}""", "{}", pem);
        Assert.Equal("[false,{},{}]", TokenMaker.Call("io.jwt.decode_verify", RegoValue.From(token), RegoValue.Parse($$"""{"cert":{{RegoValue.From(pem).ToJson()}}}""")));
    }

    [Theory]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "failed to parse a PEM public key")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "failed to parse a PEM certificate")]
    [InlineData("-----BEGIN X-----\nAAAA\n-----END X-----\n", "failed to extract a Key from the PEM certificate")]
    [InlineData("-----BEGIN X-----\nAAAA\n-----END X-----\n\n", "extra data after a PEM certificate block")]
    [InlineData("-----BEGIN X-----\nA*AA\n-----END X-----\n", "failed to parse a JWK key (set)")]
    [InlineData("topsecret", "failed to parse a JWK key (set)")]
    [InlineData("", "failed to parse a JWK key (set)")]
    [InlineData("[]", "failed to parse a JWK key (set)")]
    [InlineData("""{"kty":"topsecret"}""", "failed to parse a JWK key (set)")]
    [InlineData("""{"keys":[]}""", "failed to parse a JWK key (set)")]
    [InlineData("""{"keys":"topsecret"}""", "failed to parse a JWK key (set)")]
    [InlineData("""{"kty":"RSA","n":"!topsecret","e":"AQAB"}""", "failed to parse a JWK key (set)")]
    [InlineData("""{"kty":"EC","crv":"topsecret","x":"AQAB","y":"AQAB"}""", "failed to parse a JWK key (set)")]
    public void Verify_bad_key_fails_without_telling_it(string key, string why)
    {
        var failure = TokenMaker.Call("io.jwt.verify_rs256", TokenMaker.Make("{}", "{}"), key);
        Assert.StartsWith("! " + why, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""")]
    [InlineData("""{"kty":"RSA","n":"","e":""}""")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQABAQABAQABAQAB"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AQAB","y":"AQAB"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AQAB","y":"AQAB","d":"AQAB"}""")]
    [InlineData("""{"kty":"oct","k":"AAAA"}""")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AAAA"}""")]
    public void Verify_unusable_key_verifies_nothing(string key)
    {
        foreach (var algorithm in (string[])["rs256", "ps512", "es256", "es512"])
            Assert.Equal("false", TokenMaker.Call($"io.jwt.verify_{algorithm}", TokenMaker.Make("{}", "{}"), key));
    }
}
