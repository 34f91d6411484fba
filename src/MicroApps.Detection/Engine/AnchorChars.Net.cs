using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MicroApps.Detection;

/// <summary>A set of ASCII characters that tells, for 64 units of text at once, which of them are in it and which are digits and letters.</summary>
/// <remarks>
/// A character is in the set when the rows of its two halves share a bit: W. Muła and D. Lemire's classification by two table look-ups
/// ("Base64 encoding and decoding at almost the speed of a memory copy", 2019), here with a bit for each upper half.
/// </remarks>
internal sealed class AnchorChars
{
    public const int Block = 64;

    private readonly bool[] _isIn = new bool[128];
    private readonly Vector128<byte> _byLow;
    private readonly Vector128<byte> _byHigh = Vector128.Create(1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);

    public AnchorChars(IEnumerable<char> chars)
    {
        Span<byte> low = stackalloc byte[16];
        low.Clear();
        foreach (var c in chars)
        {
            low[c & 15] |= (byte)(1 << (c >> 4));
            _isIn[c] = true;
        }

        _byLow = Vector128.Create<byte>(low);
    }

    /// <summary>Looks at the first 64 units, or at all of a shorter text.</summary>
    public AnchorBlock Read(ReadOnlySpan<char> text)
    {
        var block = default(AnchorBlock);
        if (text.Length < Block)
        {
            for (var i = 0; i < text.Length; i++)
                block.Add(i, text[i], text[i] < 128 && _isIn[text[i]]);
            return block;
        }

        var units = MemoryMarshal.Cast<char, ushort>(text);
        for (var i = 0; i < Block; i += 16)
        {
            var bytes = Vector128.NarrowWithSaturation(Vector128.Create(units[i..]), Vector128.Create(units[(i + 8)..]));
            var isIn = Vector128.ShuffleNative(_byLow, bytes & Vector128.Create((byte)15)) & Vector128.ShuffleNative(_byHigh, bytes >> 4);
            block.Chars |= Bits(~Vector128.Equals(isIn, Vector128<byte>.Zero)) << i;
            block.Digits |= Bits(IsInRange(bytes, '0', 10)) << i;
            block.Upper |= Bits(IsInRange(bytes, 'A', 26)) << i;
            block.Lower |= Bits(IsInRange(bytes, 'a', 26)) << i;
        }

        return block;
    }

    private static ulong Bits(Vector128<byte> flags) => flags.ExtractMostSignificantBits();

    private static Vector128<byte> IsInRange(Vector128<byte> bytes, char first, byte count) =>
        Vector128.LessThan(bytes - Vector128.Create((byte)first), Vector128.Create(count));
}
