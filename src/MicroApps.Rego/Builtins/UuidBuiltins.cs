namespace MicroApps.Rego;

/// <summary>Built-in functions about UUIDs (RFC 4122).</summary>
internal static class UuidBuiltins
{
    /// <summary>Steps of 100 ns between the start of the Gregorian calendar and 1970.</summary>
    private const long Epoch = 122_192_928_000_000_000;

    public static IEnumerable<Builtin> All => [new("uuid.parse", Parse), new("uuid.rfc4122", Create)];

    /// <summary>A random UUID, the same for the same key in all of an evaluation.</summary>
    private static RegoValue Create(BuiltinContext context, RegoValue[] args)
    {
        var key = ("uuid.rfc4122", args[0] is StringValue text ? text.Value : Text.ToTerm(args[0]));
        if (context.Cache.TryGetValue(key, out var known))
            return (RegoValue)known;
        var bytes = new byte[16];
        context.Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        var hex = Hex.ToText(bytes);
        var created = RegoValue.From($"{hex.Substring(0, 8)}-{hex.Substring(8, 4)}-{hex.Substring(12, 4)}-{hex.Substring(16, 4)}-{hex.Substring(20)}");
        context.Cache[key] = created;
        return created;
    }

    private static ObjectValue? Parse(BuiltinContext context, RegoValue[] args)
    {
        if (!TextOperand.TryText(context, args, 0, out var text) || Read(text) is not { } bytes)
            return null;
        var version = bytes[6] >> 4;
        var parts = new Dictionary<RegoValue, RegoValue>
        {
            [RegoValue.From("version")] = RegoValue.From(version),
            [RegoValue.From("variant")] = RegoValue.From(bytes[8] switch { < 0x80 => "Reserved", < 0xC0 => "RFC4122", < 0xE0 => "Microsoft", _ => "Future" }),
        };
        if (version is 1 or 2)
            AddNode(parts, bytes);
        if (version == 2)
        {
            parts[RegoValue.From("id")] = RegoValue.From(Number(bytes, 0, 4));
            parts[RegoValue.From("domain")] = RegoValue.From(bytes[9] switch { 0 => "Person", 1 => "Group", 2 => "Org", var other => $"Domain{other}" });
        }

        return ObjectValue.From(parts);
    }

    private static void AddNode(Dictionary<RegoValue, RegoValue> parts, byte[] bytes)
    {
        var time = Number(bytes, 0, 4) | (Number(bytes, 4, 2) << 32) | ((Number(bytes, 6, 2) & 0xFFF) << 48);
        var scope = (bytes[10] & 2) != 0 ? "local" : "global";
        var cast = (bytes[10] & 1) != 0 ? "multicast" : "unicast";
        // Years far from now wrap, as in Go.
        parts[RegoValue.From("time")] = RegoValue.From(unchecked((time - Epoch) * 100));
        parts[RegoValue.From("clocksequence")] = RegoValue.From(Number(bytes, 8, 2) & 0x3FFF);
        parts[RegoValue.From("nodeid")] = RegoValue.From(BitConverter.ToString(bytes, 10, 6).ToLowerInvariant());
        parts[RegoValue.From("macvariables")] = RegoValue.From($"{scope}:{cast}");
    }

    private static long Number(byte[] bytes, int start, int count)
    {
        var value = 0L;
        for (var i = start; i < start + count; i++)
            value = (value << 8) | bytes[i];
        return value;
    }

    /// <summary>Reads the common form, with <c>urn:uuid:</c> before it or a character on either side of it, and the form without dashes.</summary>
    private static byte[]? Read(string text)
    {
        if (text.Length == 45 && text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase))
            text = text.Substring(9);
        else if (text.Length == 38 && text[0] < 0x80 && text[37] < 0x80)
            text = text.Substring(1, 36);
        if (text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-')
            text = text.Remove(23, 1).Remove(18, 1).Remove(13, 1).Remove(8, 1);
        if (text.Length != 32)
            return null;
        var bytes = new byte[16];
        for (var i = 0; i < 16; i++)
            if (Hex.ValueOf(text[i * 2]) is var high and >= 0 && Hex.ValueOf(text[(i * 2) + 1]) is var low and >= 0)
                bytes[i] = (byte)((high << 4) | low);
            else
                return null;
        return bytes;
    }
}
