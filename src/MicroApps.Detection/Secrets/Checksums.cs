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

    private static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
        return value;
    }
}
