namespace MicroApps.Rego;

/// <summary>Functions on networks of IP addresses.</summary>
internal static class CidrBuiltins
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("net.cidr_contains", (context, args) => Truth(Contains(context, args[0], args[1]))),
        new("net.cidr_overlap", (context, args) => Truth(Contains(context, args[0], args[1]))),
        new("net.cidr_contains_matches", ContainsMatches),
        new("net.cidr_expand", Expand),
        new("net.cidr_intersects", Intersects),
        new("net.cidr_is_valid", (_, args) => RegoValue.From(args[0] is StringValue text && IpNetwork.TryParse(text.Value, out IpNetwork _))),
        new("net.cidr_merge", Merge),
    ];

    private static RegoValue? Truth(bool? value) => value is { } known ? RegoValue.From(known) : null;

    /// <summary>Whether a network contains an address or another network; null when it failed.</summary>
    private static bool? Contains(BuiltinContext context, RegoValue outer, RegoValue inner)
    {
        if (Network(context, outer) is not { } network || Text(context, inner) is not { } text)
            return null;
        if (IpParser.TryParse(text, out var address, out _))
            return network.Contains(address);
        if (IpNetwork.TryParse(text, out var other))
            return network.Contains(other.First) && network.Contains(other.Last);
        context.Fail("not a valid textual representation of an IP address or CIDR: " + text);
        return null;
    }

    private static RegoValue? Intersects(BuiltinContext context, RegoValue[] args)
    {
        if (Network(context, args[0]) is not { } first || Network(context, args[1]) is not { } second)
            return null;
        return RegoValue.From(first.Contains(second.First) || second.Contains(first.First));
    }

    private static SetValue? ContainsMatches(BuiltinContext context, RegoValue[] args)
    {
        var found = new HashSet<RegoValue>();
        foreach (var (outer, outerKey) in Elements(args[0]))
        {
            if (Element(context, 1, outer) is not { } network)
                return null;
            foreach (var (inner, innerKey) in Elements(args[1]))
            {
                context.Budget.Spend(2);
                if (Element(context, 2, inner) is not { } address || Contains(context, network, address) is not { } isInside)
                    return null;
                if (isInside)
                    found.Add(new ArrayValue([outerKey, innerKey]));
            }
        }

        return new(found);
    }

    /// <summary>The elements of an operand, each with what it is called in the result.</summary>
    private static IEnumerable<(RegoValue Value, RegoValue Key)> Elements(RegoValue operand) => operand switch
    {
        StringValue => [(operand, operand)],
        ArrayValue array => array.Items.Select((item, i) => (item, RegoValue.From(i))),
        SetValue set => set.Sorted.Select(item => (item, item)),
        ObjectValue obj => obj.Order.Select(i => (obj.Values[i], obj.Keys[i])),
        _ => [],
    };

    private static RegoValue? Element(BuiltinContext context, int operand, RegoValue value) => value switch
    {
        StringValue => value,
        ArrayValue { Items: [var first, ..] } => first,
        _ => context.Fail($"operand {operand}: element must be string or non-empty array"),
    };

    private static SetValue? Expand(BuiltinContext context, RegoValue[] args)
    {
        if (Network(context, args[0]) is not { } network)
            return null;
        context.Budget.CheckElements(1L << Math.Min(128 - network.Prefix, 62));
        var (found, last) = (new HashSet<RegoValue>(), network.Last);
        for (var address = network.First; ; address = address.Next())
        {
            context.Budget.Spend(2);
            found.Add(RegoValue.From(address.ToString()));
            if (address == last)
                return new(found);
        }
    }

    private static SetValue? Merge(BuiltinContext context, RegoValue[] args)
    {
        if (args[0] is not (ArrayValue or SetValue))
        {
            context.Fail("operand must be an array");
            return null;
        }

        var networks = new List<IpNetwork>();
        foreach (var item in args[0] is ArrayValue array ? array.Items : ((SetValue)args[0]).Sorted)
        {
            if (ToMerge(context, item) is not { } network)
                return null;
            context.Budget.Spend(4);
            networks.Add(network);
        }

        return new(IpMerge.Merge(networks).Select(n => RegoValue.From(n.ToString())));
    }

    /// <summary>A network, or an address of IPv4, which stands for the network of its class.</summary>
    private static IpNetwork? ToMerge(BuiltinContext context, RegoValue item)
    {
        if (item is not StringValue { Value: var text })
            context.Fail("element must be string");
        else if (!IpParser.TryParse(text, out var address, out _))
            return Network(context, item);
        else if (address.Is4)
            return new(address, IpNetwork.MappedBits + ((uint)address.Low >> 30) switch { 0 or 1 => 8, 2 => 16, _ => 24 });
        else
            context.Fail("IPv6 invalid: needs prefix length");
        return null;
    }

    private static IpNetwork? Network(BuiltinContext context, RegoValue value)
    {
        if (Text(context, value) is not { } text)
            return null;
        if (IpNetwork.TryParse(text, out var network))
            return network;
        context.Fail("invalid CIDR address: " + text);
        return null;
    }

    /// <summary>The text of an operand. Messages call every operand the first, as OPA's do.</summary>
    private static string? Text(BuiltinContext context, RegoValue value)
    {
        if (value is StringValue text)
            return text.Value;
        context.FailOperand(1, value, RegoKind.String);
        return null;
    }
}
