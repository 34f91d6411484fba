namespace System.Numerics;

/// <summary>The part of .NET's type of this name that the engine uses.</summary>
internal static class BitOperations
{
    public static uint RotateLeft(uint value, int offset) => (value << offset) | (value >> (32 - offset));

    public static ulong RotateLeft(ulong value, int offset) => (value << offset) | (value >> (64 - offset));

    public static uint RoundUpToPowerOf2(uint value)
    {
        value--;
        for (var shift = 1; shift < 32; shift *= 2)
            value |= value >> shift;
        return value + 1;
    }

    public static int TrailingZeroCount(ulong value)
    {
        if (value == 0)
            return 64;
        var count = 0;
        for (; (value & 0xFF) == 0; value >>= 8)
            count += 8;
        for (; (value & 1) == 0; value >>= 1)
            count++;
        return count;
    }
}
