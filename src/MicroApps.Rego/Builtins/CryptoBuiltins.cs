using System.Security.Cryptography;

namespace MicroApps.Rego;

/// <summary>Built-in functions that hash text. Digests are lower-case hexadecimal digits.</summary>
internal static class CryptoBuiltins
{
    // CA5350, CA5351: the language has these digests, and policies compare with what others made.
#pragma warning disable CA5350, CA5351
    public static IEnumerable<Builtin> All =>
    [
        new("crypto.hmac.equal", (c, a) => TextOperand.TryTexts(c, a, out var left, out var right) ? RegoValue.From(AreEqual(left, right)) : null),
        new("crypto.hmac.md5", (c, a) => Mac(c, a, key => new HMACMD5(key))),
        new("crypto.hmac.sha1", (c, a) => Mac(c, a, key => new HMACSHA1(key))),
        new("crypto.hmac.sha256", (c, a) => Mac(c, a, key => new HMACSHA256(key))),
        new("crypto.hmac.sha512", (c, a) => Mac(c, a, key => new HMACSHA512(key))),
        new("crypto.md5", (c, a) => Hash(c, a, MD5.Create)),
        new("crypto.sha1", (c, a) => Hash(c, a, SHA1.Create)),
        new("crypto.sha256", (c, a) => Hash(c, a, SHA256.Create)),
    ];
#pragma warning restore CA5350, CA5351

    private static RegoValue? Hash(BuiltinContext context, RegoValue[] args, Func<HashAlgorithm> create)
    {
        if (!TextOperand.TryText(context, args, 0, out var text))
            return null;
        using var hash = create();
        return RegoValue.From(Hex.ToText(hash.ComputeHash(GoUtf8.GetBytes(text))));
    }

    private static RegoValue? Mac(BuiltinContext context, RegoValue[] args, Func<byte[], HMAC> create)
    {
        if (!TextOperand.TryTexts(context, args, out var message, out var key))
            return null;
        using var mac = create(GoUtf8.GetBytes(key));
        return RegoValue.From(Hex.ToText(mac.ComputeHash(GoUtf8.GetBytes(message))));
    }

    /// <summary>Takes the same time wherever two texts of one length differ.</summary>
    private static bool AreEqual(string left, string right)
    {
        var difference = left.Length ^ right.Length;
        for (var i = 0; i < left.Length && i < right.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }
}
