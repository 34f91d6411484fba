using System.Buffers.Binary;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Reads a compiled file of the time zone database (TZif, RFC 8536).</summary>
internal static class ZoneFile
{
    private const int HeaderLength = 44;

    /// <summary>The zone; null when the file is none of these, or broken.</summary>
    public static Zone? Read(ReadOnlySpan<byte> data)
    {
        if (Header.Read(data) is not { } header)
            return null;
        if (header.Version == 0)
            return Read(data.Slice(HeaderLength), header, 4, "");
        // The first part is for readers that only know 32 bits.
        data = data.Slice(Math.Min(data.Length, HeaderLength + header.Length(4)));
        if (Header.Read(data) is not { } second)
            return null;
        var length = second.Length(8);
        if (length > data.Length - HeaderLength)
            return null;
        var footer = data.Slice(HeaderLength + length);
        var hasRule = footer.Length > 2 && footer[0] == '\n' && footer[footer.Length - 1] == '\n';
        return Read(data.Slice(HeaderLength), second, 8, hasRule ? Encoding.UTF8.GetString(footer.Slice(1, footer.Length - 2).ToArray()) : "");
    }

    private static FileZone? Read(ReadOnlySpan<byte> body, Header header, int size, string rule)
    {
        if (header.Types == 0 || header.Length(size) > body.Length)
            return null;
        var changes = new long[header.Changes];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = size == 8 ? BinaryPrimitives.ReadInt64BigEndian(body.Slice(i * 8)) : BinaryPrimitives.ReadInt32BigEndian(body.Slice(i * 4));
        var indexes = body.Slice(size * changes.Length, changes.Length).ToArray();
        var types = body.Slice((size + 1) * changes.Length);
        var names = types.Slice(6 * header.Types, header.Letters);
        var kinds = new FileZone.Kind[header.Types];
        for (var i = 0; i < kinds.Length; i++)
        {
            var type = types.Slice(6 * i, 6);
            if (type[5] >= names.Length)
                return null;
            kinds[i] = new(BinaryPrimitives.ReadInt32BigEndian(type), type[4] != 0, Name(names.Slice(type[5])));
        }

        foreach (var index in indexes)
            if (index >= kinds.Length)
                return null;
        return changes.Length == 0
            ? new([long.MinValue], [0], kinds, ZoneRule.Parse(rule))
            : new(changes, indexes, kinds, ZoneRule.Parse(rule));
    }

    private static string Name(ReadOnlySpan<byte> letters)
    {
        var end = letters.IndexOf((byte)0);
        return Encoding.UTF8.GetString(letters.Slice(0, end < 0 ? letters.Length : end).ToArray());
    }

    /// <summary>How much there is of everything.</summary>
    private readonly struct Header
    {
        // More than any zone has; so that lengths stay small.
        private const int Most = 100_000;

        private readonly int _others;

        private Header(ReadOnlySpan<byte> data)
        {
            Version = data[4];
            var (utc, standard, leaps) = (Count(data, 0), Count(data, 1), Count(data, 2));
            (Changes, Types, Letters) = (Count(data, 3), Count(data, 4), Count(data, 5));
            (_others, Leaps) = (utc + standard, leaps);
        }

        public byte Version { get; }

        public int Changes { get; }

        public int Types { get; }

        public int Letters { get; }

        private int Leaps { get; }

        public static Header? Read(ReadOnlySpan<byte> data)
        {
            if (data.Length < HeaderLength || !data.Slice(0, 4).SequenceEqual("TZif"u8))
                return null;
            for (var i = 0; i < 6; i++)
                if (Count(data, i) is < 0 or > Most)
                    return null;
            return new(data);
        }

        /// <summary>The length of what follows, with instants of 4 or 8 bytes.</summary>
        public int Length(int size) => ((size + 1) * Changes) + (6 * Types) + Letters + ((size + 4) * Leaps) + _others;

        private static int Count(ReadOnlySpan<byte> data, int index) => BinaryPrimitives.ReadInt32BigEndian(data.Slice(20 + (4 * index)));
    }
}
