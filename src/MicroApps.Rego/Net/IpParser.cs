namespace MicroApps.Rego;

/// <summary>Reads addresses as strictly as Go: no leading zeros in IPv4, at most four digits in a group of IPv6, no zones.</summary>
internal static class IpParser
{
    /// <summary>Reads an address; says also whether it was written in the way of IPv4.</summary>
    public static bool TryParse(string text, out IpAddress address, out bool isDotted)
    {
        address = default;
        isDotted = text.IndexOfAny(['.', ':']) is >= 0 and var at && text[at] == '.';
        if (!isDotted)
            return TryParse6(text, out address);
        var isRight = TryParse4(text, 0, out var bits);
        address = IpAddress.From4(bits);
        return isRight;
    }

    private static bool TryParse4(string text, int at, out uint bits)
    {
        bits = 0;
        for (var part = 0; part < 4; part++)
        {
            if (part > 0 && (at >= text.Length || text[at++] != '.'))
                return false;
            var (start, value) = (at, 0u);
            for (; at < text.Length && at - start < 3 && text[at] is >= '0' and <= '9'; at++)
                value = (value * 10) + text[at] - '0';
            if (at == start || value > 255 || (at - start > 1 && text[start] == '0'))
                return false;
            bits = (bits << 8) | value;
        }

        return at == text.Length;
    }

    private static bool TryParse6(string text, out IpAddress address)
    {
        var (groups, count, gap, at) = (new ushort[8], 0, -1, 0);
        address = default;
        if (text.StartsWith("::", StringComparison.Ordinal))
            (gap, at) = (0, 2);
        while (count < 8 && (at < text.Length || gap != count))
        {
            var (start, value) = (at, 0);
            for (; at < text.Length && at - start < 4 && Digit(text[at]) is >= 0 and var digit; at++)
                value = (value * 16) + digit;
            if (at == start)
                return false;
            if (at < text.Length && text[at] == '.')
            {
                if (count > 6 || (gap < 0 && count != 6) || !TryParse4(text, start, out var bits))
                    return false;
                (groups[count], groups[count + 1], count, at) = ((ushort)(bits >> 16), (ushort)bits, count + 2, text.Length);
                break;
            }

            groups[count++] = (ushort)value;
            if (at == text.Length)
                break;
            if (text[at++] != ':' || at == text.Length)
                return false;
            if (text[at] != ':')
                continue;
            if (gap >= 0)
                return false;
            (gap, at) = (count, at + 1);
        }

        if (at != text.Length || (gap < 0 ? count != 8 : count == 8))
            return false;
        address = Join(groups, count, gap);
        return true;
    }

    /// <summary>Puts the groups behind the gap to the end.</summary>
    private static IpAddress Join(ushort[] groups, int count, int gap)
    {
        var (high, low) = (0UL, 0UL);
        for (var i = 0; i < 8; i++)
        {
            var from = gap < 0 || i < gap ? i : i < 8 - (count - gap) ? -1 : i - (8 - count);
            (high, low) = ((high << 16) | (low >> 48), (low << 16) | (from < 0 ? 0UL : groups[from]));
        }

        return new(high, low);
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
