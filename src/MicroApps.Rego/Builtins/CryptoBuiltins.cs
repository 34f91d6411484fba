using System.Security.Cryptography;

namespace MicroApps.Rego;

/// <summary>Built-in functions that hash text. Digests are lower-case hexadecimal digits.</summary>
internal static class CryptoBuiltins
{
    private const int Block = 1 << 16;

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
        return RegoValue.From(Hex.ToText(Digest(context, hash, text)));
    }

    private static RegoValue? Mac(BuiltinContext context, RegoValue[] args, Func<byte[], HMAC> create)
    {
        if (!TextOperand.TryTexts(context, args, out var message, out var key))
            return null;
        using var mac = create(GoUtf8.GetBytes(key));
        return RegoValue.From(Hex.ToText(Digest(context, mac, message)));
    }

    // Block by block, so that a long text can be left off.
    private static byte[] Digest(BuiltinContext context, HashAlgorithm hash, string text)
    {
        context.Budget.SpendText(text.Length);
        var bytes = GoUtf8.GetBytes(text);
        for (var at = 0; at < bytes.Length; at += Block)
        {
            var count = Math.Min(Block, bytes.Length - at);
            context.Budget.SpendText(2 * count);
            hash.TransformBlock(bytes, at, count, null, 0);
        }

        hash.TransformFinalBlock(bytes, bytes.Length, 0);
        return hash.Hash!;
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
