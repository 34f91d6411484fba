using System.Globalization;

namespace MicroApps.Rego;

/// <summary>An address of 128 bits. One of IPv4 is <c>::ffff:a.b.c.d</c>, and the other way round, as Go has it.</summary>
internal readonly record struct IpAddress(ulong High, ulong Low) : IComparable<IpAddress>
{
    private const ulong MappedPrefix = 0xFFFF_0000_0000;

    /// <summary>Whether it is an address of IPv4.</summary>
    public bool Is4 => High == 0 && Low >> 32 == MappedPrefix >> 32;

    public static IpAddress From4(uint bits) => new(0, MappedPrefix | bits);

    public int CompareTo(IpAddress other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    public IpAddress And(IpAddress other) => new(High & other.High, Low & other.Low);

    public IpAddress Or(IpAddress other) => new(High | other.High, Low | other.Low);

    /// <summary>The next address; the one behind the last is the first.</summary>
    public IpAddress Next() => new(Low == ulong.MaxValue ? unchecked(High + 1) : High, unchecked(Low + 1));

    /// <summary>The address before; the first of each kind has none and stays what it is.</summary>
    public IpAddress Previous() => (High == 0 && Low is 0 or MappedPrefix) ? this : new(Low == 0 ? High - 1 : High, unchecked(Low - 1));

    /// <summary>An address whose first bits are not set and the others are.</summary>
    public static IpAddress HostMask(int prefix) => prefix switch
    {
        0 => new(ulong.MaxValue, ulong.MaxValue),
        < 64 => new(ulong.MaxValue >> prefix, ulong.MaxValue),
        < 128 => new(0, ulong.MaxValue >> (prefix - 64)),
        _ => default,
    };

    public IpAddress Not() => new(~High, ~Low);

    /// <summary>As RFC 5952 writes it: the longest run of at least two zero groups is left out.</summary>
    public override string ToString()
    {
        if (Is4)
            return string.Join(".", new[] { Low >> 24, Low >> 16, Low >> 8, Low }.Select(b => (b & 0xFF).ToString(CultureInfo.InvariantCulture)));
        var (self, best, length) = (this, -1, 1);
        var groups = Enumerable.Range(0, 8).Select(i => (((i < 4 ? self.High : self.Low) >> (48 - (16 * (i & 3)))) & 0xFFFF).ToString("x", CultureInfo.InvariantCulture)).ToArray();
        for (int i = 0, zeros = 0; i < 8; i++)
        {
            zeros = groups[i] == "0" ? zeros + 1 : 0;
            if (zeros > length)
                (best, length) = (i - zeros + 1, zeros);
        }

        return best < 0
            ? string.Join(":", groups)
            : string.Join(":", groups.Take(best)) + "::" + string.Join(":", groups.Skip(best + length));
    }
}
