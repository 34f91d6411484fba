using System.Security.Cryptography;

namespace MicroApps.Detection;

/// <summary>Finds Bitcoin addresses in Base58Check (BIP 13) and Ethereum addresses (EIP-55 where the case is mixed).</summary>
internal sealed class CoinDetector() : Detector(EntityTypes.Crypto, Anchor.Numbers, maxLength: EtherLength)
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ShortestBase58 = 26;
    private const int LongestBase58 = 35;
    private const int EtherLength = 42;

    private static readonly CharSet Base58 = new(Alphabet);
    private static readonly ContextWords EtherWords = new("eth", "ether", "ethereum", "wallet", "erc20", "erc-20", "address", "usdt", "usdc", "crypto", "metamask", "token");

    // A letter ends the first digits of both kinds: 26 digits in a row come by chance once in 10^19 addresses.
    internal override bool MayPrecede(char next) => char.IsAsciiLetter(next);

    internal override bool MayBegin(in DigitRun run) => run.First is '0' or '1' or '3';

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (char.IsLetterOrDigit(text[anchor - 1]) || text[anchor - 1] == '_')
            return null;
        return text[anchor] switch
        {
            '1' or '3' => Bitcoin(ref text, anchor),
            '0' when text[anchor + 1] == 'x' => Ether(ref text, anchor),
            _ => null,
        };
    }

    private Finding? Bitcoin(ref TextWindow text, int start)
    {
        var end = text.Run(start, Base58, LongestBase58 + 1);
        if (end - start is < ShortestBase58 or > LongestBase58 || char.IsLetterOrDigit(text[end]) || text[end] == '_')
            return null;
        return IsBase58Check(text.Slice(start, end - start)) ? Found(start, end, 1) : null;
    }

    private Finding? Ether(ref TextWindow text, int start)
    {
        var end = text.Run(start + 2, CharSet.Hex, EtherLength - 1);
        if (end - start != EtherLength || char.IsLetterOrDigit(text[end]) || text[end] == '_')
            return null;
        var digits = text.Slice(start + 2, 40);
        if (digits.IndexOfAnyExcept(digits[0]) < 0)
            return null;
        var mixed = digits.ContainsAnyInRange('a', 'f') && digits.ContainsAnyInRange('A', 'F');
        if (mixed)
            return IsChecksummed(digits) ? Found(start, end, 1) : null;
        return Found(start, end, EtherWords.Near(ref text, start) ? 0.9 : 0.4);
    }

    // A version byte (0 to a key, 5 to a script), 20 bytes of hash, 4 bytes of a double SHA-256.
    private static bool IsBase58Check(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[25];
        bytes.Clear();
        foreach (var c in text)
        {
            var carry = Alphabet.IndexOf(c);
            for (var i = bytes.Length - 1; i >= 0; i--)
            {
                carry += 58 * bytes[i];
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry != 0)
                return false;
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..21], hash);
        SHA256.HashData(hash, hash);
        return bytes[0] is 0 or 5 && hash[..4].SequenceEqual(bytes[21..]);
    }

    // EIP-55: a letter is upper case where the digit of the hash at its place is 8 or more.
    private static bool IsChecksummed(ReadOnlySpan<char> digits)
    {
        Span<byte> lower = stackalloc byte[40];
        for (var i = 0; i < lower.Length; i++)
            lower[i] = (byte)char.ToLowerInvariant(digits[i]);
        Span<byte> hash = stackalloc byte[32];
        Keccak256.Hash(lower, hash);
        for (var i = 0; i < lower.Length; i++)
        {
            var high = ((i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2]) & 8) != 0;
            if (char.IsAsciiLetter(digits[i]) && char.IsAsciiLetterUpper(digits[i]) != high)
                return false;
        }

        return true;
    }
}
