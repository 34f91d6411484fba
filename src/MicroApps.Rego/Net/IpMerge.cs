namespace MicroApps.Rego;

/// <summary>Joins networks that overlap or touch, and writes what they cover as few networks.</summary>
internal static class IpMerge
{
    public static List<IpNetwork> Merge(IEnumerable<IpNetwork> networks)
    {
        var rest = networks.OrderBy(n => n.Last).ThenBy(n => n.First).ToArray();
        var merged = new List<IpNetwork>();
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            var (first, last, begin) = (rest[i].First, rest[i].Last, i);
            while (i > 0 && first.Previous().CompareTo(rest[i - 1].Last) <= 0)
                first = Min(first, rest[--i].First);
            // What was not joined stays as it was written, host bits included.
            if (i == begin)
                merged.Add(rest[i]);
            else
                Cover(first, last, merged);
        }

        return merged;
    }

    /// <summary>The fewest networks from one address to another.</summary>
    private static void Cover(IpAddress first, IpAddress last, List<IpNetwork> networks)
    {
        while (true)
        {
            var prefix = 128;
            while (prefix > 0 && new IpNetwork(first, prefix - 1) is var wider && wider.First == first && wider.Last.CompareTo(last) <= 0)
                prefix--;
            var network = new IpNetwork(first, prefix);
            networks.Add(network);
            if (network.Last == last)
                return;
            first = network.Last.Next();
        }
    }

    private static IpAddress Min(IpAddress a, IpAddress b) => a.CompareTo(b) <= 0 ? a : b;
}
