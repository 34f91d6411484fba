namespace MicroApps.Detection;

/// <summary>Eight numbers of 0 to 255 in a register.</summary>
internal struct SmallBytes
{
    public const int Count = 8;

    private ulong _bits;

    public int this[int index]
    {
        readonly get => (byte)(_bits >> (8 * index));
        set => _bits |= (ulong)(byte)value << (8 * index);
    }
}
