using System.IO.Compression;
using System.Runtime.InteropServices;

namespace MicroApps.Names;

/// <summary>Weights of features for each tag, weights of neighbouring tags, and the word lists.</summary>
internal sealed class NameModel(sbyte[] weights, short[] transitions, Lexicon lexicon)
{
    public const int Tags = 7;

    // One place of padding makes a row a register.
    public const int Row = 8;
    private const int Version = 1;

    public sbyte[] Weights => weights;

    /// <summary>From the row's tag to the column's.</summary>
    public short[] Transitions => transitions;

    public Lexicon Lexicon => lexicon;

    public uint Mask { get; } = (uint)(weights.Length / Row) - 1;

    public static NameModel Load(Stream stream)
    {
        using var compressed = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(compressed);
        if (reader.ReadInt32() != Version)
            throw new InvalidDataException("The model of names has another version than the code.");
        var weights = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights, ReadShorts<short>(reader), new Lexicon(ReadShorts<ushort>(reader), ReadShorts<ushort>(reader)));
    }

    public void Save(Stream stream)
    {
        using var compressed = new BrotliStream(stream, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        writer.Write(Version);
        writer.Write(weights.Length);
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        Write<short>(writer, transitions);
        Write<ushort>(writer, lexicon.Fingerprints);
        Write<ushort>(writer, lexicon.Flags);
    }

    private static T[] ReadShorts<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }
}
