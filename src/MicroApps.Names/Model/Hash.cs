namespace MicroApps.Names;

/// <summary>The hashes of words and features (FNV-1a, Fowler, Noll and Vo; finished with the mixer of MurmurHash3).</summary>
internal static class Hash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    public static uint Mix(uint kind, uint first, uint second = 0)
    {
        var hash = (first * 0x9E3779B1u) ^ (second * 0x85EBCA77u) ^ (kind * 0xC2B2AE3Du);
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
