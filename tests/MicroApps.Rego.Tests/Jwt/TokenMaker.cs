using System.Security.Cryptography;
using System.Text;

namespace MicroApps.Rego.Tests;

/// <summary>Makes tokens and keys.</summary>
internal static class TokenMaker
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Make(string header, string payload, Func<byte[], byte[]>? sign = null)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{(sign is null ? "c2ln" : Encode(sign(Encoding.UTF8.GetBytes(signed))))}";
    }

    public static string Hs256(string header, string payload, string secret) =>
        Make(header, payload, b => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), b));

    public static string Jwk(RSA key, string more = "")
    {
        var p = key.ExportParameters(false);
        return $$"""{"kty":"RSA","n":"{{Encode(p.Modulus!)}}","e":"{{Encode(p.Exponent!)}}"{{more}}}""";
    }

    public static string Jwk(ECDsa key, string curve, string more = "")
    {
        var p = key.ExportParameters(false);
        return $$"""{"kty":"EC","crv":"{{curve}}","x":"{{Encode(p.Q.X!)}}","y":"{{Encode(p.Q.Y!)}}"{{more}}}""";
    }

    /// <summary>Calls a function: JSON of the result, or "! " and what failed.</summary>
    public static string Call(string name, params RegoValue[] args)
    {
        var context = new BuiltinContext { Name = name, NowNanoseconds = 1_700_000_000_000_000_000 };
        return JwtBuiltins.All.Single(b => b.Name == name).Run(context, args)?.ToJson() ?? $"! {context.FailureMessage[(name.Length + 2)..]}";
    }

    public static string Call(string name, string token, string key) => Call(name, RegoValue.From(token), RegoValue.From(key));
}
