namespace MicroApps.Detection;

/// <summary>Finds Bitcoin addresses in Bech32 (BIP 173) and Bech32m (BIP 350).</summary>
internal sealed class SegWitDetector() : Detector(EntityTypes.Crypto, Anchor.Literals("bc1", "BC1", "tb1", "TB1"), maxLength: Longest)
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int Longest = 90;
    private const int Shortest = 14;
    private const uint Bech32 = 1;
    private const uint Bech32m = 0x2bc830a3;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var end = text.Run(anchor, CharSet.AsciiWord, Longest + 1);
        if (end - anchor is < Shortest or > Longest || text[anchor - 1] == '_' || char.IsLetterOrDigit(text[end]) || text[end] == '_')
            return null;
        return IsAddress(text.Slice(anchor, end - anchor)) ? Found(anchor, end, 1) : null;
    }

    private static bool IsAddress(ReadOnlySpan<char> address)
    {
        if (address.ContainsAnyInRange('a', 'z') && address.ContainsAnyInRange('A', 'Z'))
            return false;
        var state = 1u;
        foreach (var c in address[..2])
            state = Step(state, (uint)(c | 32) >> 5);
        state = Step(state, 0);
        foreach (var c in address[..2])
            state = Step(state, (uint)(c | 32) & 31);
        foreach (var c in address[3..])
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (value < 0)
                return false;
            state = Step(state, (uint)value);
        }

        // Version 0 keeps the old constant, later ones have the new.
        return state == (address[3] is 'q' or 'Q' ? Bech32 : Bech32m);
    }

    private static uint Step(uint state, uint value)
    {
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var top = state >> 25;
        state = ((state & 0x1ffffff) << 5) ^ value;
        for (var i = 0; i < generator.Length; i++)
            if ((top >> i & 1) != 0)
                state ^= generator[i];
        return state;
    }
}
