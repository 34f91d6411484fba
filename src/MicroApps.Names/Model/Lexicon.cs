namespace MicroApps.Names;

/// <summary>A read-only table from a word's hash to what word lists say: open addressing with fingerprints of 16 bits.</summary>
/// <remarks>A word that is in no list is taken for one with a chance of about one in 20,000.</remarks>
internal sealed class Lexicon
{
    private readonly ushort[] _fingerprints;
    private readonly ushort[] _flags;
    private readonly uint _mask;

    /// <param name="fingerprints">0 for a free place; a power of two long.</param>
    /// <param name="flags">The <see cref="Lexemes"/> of each place.</param>
    public Lexicon(ushort[] fingerprints, ushort[] flags) => (_fingerprints, _flags, _mask) = (fingerprints, flags, (uint)fingerprints.Length - 1);

    public ReadOnlySpan<ushort> Fingerprints => _fingerprints;

    public ReadOnlySpan<ushort> Flags => _flags;

    public static Lexicon Build(IReadOnlyDictionary<uint, Lexemes> words)
    {
        var size = 1;
        while (size < words.Count * 4 / 3)
            size *= 2;
        var (fingerprints, flags) = (new ushort[size], new ushort[size]);
        foreach (var (word, lexemes) in words.OrderBy(w => w.Key))
        {
            var hash = Hash.Mix(0, word);
            var place = hash & (uint)(size - 1);
            while (fingerprints[place] != 0)
                place = (place + 1) & (uint)(size - 1);
            (fingerprints[place], flags[place]) = (Fingerprint(word), (ushort)lexemes);
        }

        return new(fingerprints, flags);
    }

    public Lexemes Find(uint word)
    {
        var fingerprint = Fingerprint(word);
        for (var place = Hash.Mix(0, word) & _mask; _fingerprints[place] != 0; place = (place + 1) & _mask)
            if (_fingerprints[place] == fingerprint)
                return (Lexemes)_flags[place];
        return Lexemes.None;
    }

    private static ushort Fingerprint(uint word) => (ushort)((Hash.Mix(1, word) & 0xFFFF) | 1);
}
