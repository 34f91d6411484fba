using System.Buffers.Binary;
using System.Numerics;

namespace MicroApps.Detection;

/// <summary>Keccak with 256 bits as Ethereum uses it: the sponge of FIPS 202 with the padding of the first submission, which .NET does not have.</summary>
internal static class Keccak256
{
    private const int Rate = 136;
    private const int Lanes = 25;
    private const int Rounds = 24;

    /// <summary>Hashes at most 135 bytes.</summary>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(data.Length, Rate);
        Span<byte> block = stackalloc byte[Rate];
        block.Clear();
        data.CopyTo(block);
        block[data.Length] ^= 0x01;
        block[Rate - 1] ^= 0x80;
        Span<ulong> state = stackalloc ulong[Lanes];
        state.Clear();
        for (var i = 0; i < Rate / 8; i++)
            state[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
        Permute(state);
        for (var i = 0; i < 4; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(8 * i)..], state[i]);
    }

    private static void Permute(Span<ulong> state)
    {
        byte feedback = 1;
        for (var round = 0; round < Rounds; round++)
        {
            Theta(state);
            RhoAndPi(state);
            Chi(state);
            state[0] ^= RoundConstant(ref feedback);
        }
    }

    private static void Theta(Span<ulong> state)
    {
        Span<ulong> parity = stackalloc ulong[5];
        for (var x = 0; x < 5; x++)
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        for (var i = 0; i < Lanes; i++)
            state[i] ^= parity[(i + 4) % 5] ^ BitOperations.RotateLeft(parity[(i + 1) % 5], 1);
    }

    private static void RhoAndPi(Span<ulong> state)
    {
        var (x, y, moving) = (1, 0, state[1]);
        for (var t = 0; t < Lanes - 1; t++)
        {
            (x, y) = (y, ((2 * x) + (3 * y)) % 5);
            var at = x + (5 * y);
            var rotated = BitOperations.RotateLeft(moving, (t + 1) * (t + 2) / 2 % 64);
            (moving, state[at]) = (state[at], rotated);
        }
    }

    private static void Chi(Span<ulong> state)
    {
        Span<ulong> row = stackalloc ulong[5];
        for (var y = 0; y < Lanes; y += 5)
        {
            state.Slice(y, 5).CopyTo(row);
            for (var x = 0; x < 5; x++)
                state[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }
    }

    // The bits of a linear feedback shift register at the places 2^j - 1.
    private static ulong RoundConstant(ref byte feedback)
    {
        var constant = 0ul;
        for (var j = 0; j < 7; j++)
        {
            if ((feedback & 1) != 0)
                constant ^= 1ul << ((1 << j) - 1);
            feedback = (byte)((feedback << 1) ^ ((feedback & 0x80) != 0 ? 0x71 : 0));
        }

        return constant;
    }
}
