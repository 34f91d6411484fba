using System.Buffers.Binary;

namespace MicroApps.Detection;

/// <summary>The 32-bit Marvin hash (US patent 20130262421), which .NET uses for strings and Microsoft for the checksums of its keys.</summary>
internal static class Marvin32
{
    public static uint Hash(ReadOnlySpan<byte> data, ulong seed)
    {
        var (low, high) = ((uint)seed, (uint)(seed >> 32));
        for (; data.Length >= 4; data = data[4..])
            Mix(ref low, ref high, BinaryPrimitives.ReadUInt32LittleEndian(data));
        var last = 0x80u;
        for (var i = data.Length - 1; i >= 0; i--)
            last = (last << 8) | data[i];
        Mix(ref low, ref high, last);
        Mix(ref low, ref high, 0);
        return low ^ high;
    }

    private static void Mix(ref uint low, ref uint high, uint word)
    {
        low += word;
        high ^= low;
        low = Rotate(low, 20) + high;
        high = Rotate(high, 9) ^ low;
        low = Rotate(low, 27) + high;
        high = Rotate(high, 19);
    }

    private static uint Rotate(uint value, int by) => (value << by) | (value >> (32 - by));
}
