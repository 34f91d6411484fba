using System.Buffers.Binary;

namespace MicroApps.Detection;

/// <summary>Checksums that providers put into their tokens.</summary>
internal static class Checksums
{
    private const string Base62 = CharSet.Digit + CharSet.Upper + CharSet.Lower;
    private const int Suffix = 6;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Step((uint)n))];

    /// <summary>Whether the last six characters are the CRC-32 (ISO-HDLC) of the text after the first underscore, in base 62.</summary>
    public static bool Crc32Base62(string token)
    {
        var body = token.AsSpan(token.IndexOf('_', StringComparison.Ordinal) + 1);
        if (body.Length <= Suffix)
            return false;
        var crc = uint.MaxValue;
        foreach (var c in body[..^Suffix])
            crc = (crc >> 8) ^ Table[(crc ^ c) & 0xFF];
        ulong claimed = 0;
        foreach (var c in body[^Suffix..])
            claimed = (claimed * 62) + (ulong)Math.Max(0, Base62.IndexOf(c, StringComparison.Ordinal));
        return claimed == ~crc;
    }

    /// <summary>
    /// Whether characters 81 to 84 are those of the Marvin32 hash of the 60 bytes before, in base 62, for the seed that Microsoft's common
    /// annotated keys have unless their service brings its own.
    /// </summary>
    public static bool AnnotatedKey(string key)
    {
        const int Hashed = 80, Length = 4;
        const ulong Seed = 0x4465_6661_756C_7430;
        if (key.Length < Hashed + Length)
            return false;
        var hash = BinaryPrimitives.ReverseEndianness(Marvin32.Hash(Convert.FromBase64String(key[..Hashed]), Seed));
        Span<char> digits = stackalloc char[Suffix + 1];
        var count = 0;
        for (; hash > 0; hash /= 62)
            digits[count++] = Base62[(int)(hash % 62)];
        digits[..count].Reverse();
        digits[count..].Fill('0');
        return key.AsSpan(Hashed, Length).SequenceEqual(digits[..Length]);
    }

    private static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
        return value;
    }
}
