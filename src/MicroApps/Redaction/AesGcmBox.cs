using System.Security.Cryptography;

namespace MicroApps;

/// <summary>Authenticated encryption with AES-256-GCM (NIST SP 800-38D): nonce, ciphertext and tag in one piece, bound to a context.</summary>
internal static class AesGcmBox
{
    private static readonly int s_nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int s_tag = AesGcm.TagByteSizes.MaxSize;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var box = new byte[s_nonce + plain.Length + s_tag];
        var nonce = box.AsSpan(0, s_nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, s_tag);
        aes.Encrypt(nonce, plain, box.AsSpan(s_nonce, plain.Length), box.AsSpan(s_nonce + plain.Length), context);
        return box;
    }

    /// <exception cref="StoreException">The box was changed, moved to another place, or sealed with another key.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        try
        {
            var plain = new byte[Math.Max(0, box.Length - s_nonce - s_tag)];
            using var aes = new AesGcm(key, s_tag);
            aes.Decrypt(box[..s_nonce], box[s_nonce..^s_tag], box[^s_tag..], plain, context);
            return plain;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new StoreException(StoreFault.Damaged, "vault", "A sealed value of the vault does not open: it was changed, moved, or sealed under another key. Restore the vault from a backup, or check that the key ring is the one it was written with.");
        }
    }
}
