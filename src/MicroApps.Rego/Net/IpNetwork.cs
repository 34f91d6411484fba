namespace MicroApps.Rego;

/// <summary>All addresses that begin with the same bits.</summary>
/// <param name="Address">An address of it.</param>
/// <param name="Prefix">How many of the 128 bits are the same.</param>
internal readonly record struct IpNetwork(IpAddress Address, int Prefix)
{
    /// <summary>How many bits an address of IPv4 has in front.</summary>
    public const int MappedBits = 96;

    public IpAddress First => Address.And(IpAddress.HostMask(Prefix).Not());

    public IpAddress Last => Address.Or(IpAddress.HostMask(Prefix));

    /// <summary>Whether it is a network of IPv4.</summary>
    public bool Is4 => Prefix >= MappedBits && Address.Is4;

    /// <summary>Reads an address and, behind a slash, the length of its prefix.</summary>
    public static bool TryParse(string text, out IpNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/');
        if (slash < 0 || slash == text.Length - 1 || !IpParser.TryParse(text.Substring(0, slash), out var address, out var isDotted))
            return false;
        var prefix = 0;
        for (var i = slash + 1; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
            prefix = Math.Min(1000, (prefix * 10) + text[i] - '0');
        }

        prefix += isDotted ? MappedBits : 0;
        network = new(address, Math.Min(prefix, 128));
        network = network with { Address = network.First };
        return prefix <= 128;
    }

    /// <summary>Whether an address is in it. Those of IPv4 are only in networks of IPv4.</summary>
    public bool Contains(IpAddress address) => Is4 == address.Is4 && address.CompareTo(First) >= 0 && address.CompareTo(Last) <= 0;

    public override string ToString() => $"{Address}/{(Is4 ? Prefix - MappedBits : Prefix)}";
}
