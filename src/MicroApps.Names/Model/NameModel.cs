using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MicroApps.Names;

/// <summary>Weights of features for each tag, weights of neighbouring tags, and the word lists.</summary>
internal sealed class NameModel(sbyte[] weights, short[] transitions, Lexicon lexicon)
{
    public const int Tags = 7;

    // One place of padding makes a row a register.
    public const int Row = 8;
    private const int Version = 1;
    private const int MaxLength = 1 << 26;

    public sbyte[] Weights => weights;

    /// <summary>From the row's tag to the column's.</summary>
    public short[] Transitions => transitions;

    public Lexicon Lexicon => lexicon;

    public uint Mask { get; } = (uint)(weights.Length / Row) - 1;

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no model, one of another version, or cut short.</exception>
    public static NameModel Load(Stream stream)
    {
        using var compressed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(compressed);
        try
        {
            if (reader.ReadInt32() != Version)
                throw new InvalidDataException("The model of names has another version than the code.");
            var weights = new sbyte[LengthIn(reader)];
            if (!BitOperations.IsPow2(weights.Length) || weights.Length < Row)
                throw new InvalidDataException("The model of names is damaged: its table has an impossible length.");
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
            var transitions = ReadShorts<short>(reader);
            if (transitions.Length != Tags * Tags)
                throw new InvalidDataException("The model of names is damaged: its tags are not these.");
            var (fingerprints, flags) = (ReadShorts<ushort>(reader), ReadShorts<ushort>(reader));
            // A search ends at a free place, so a table without one would never end it.
            if (!BitOperations.IsPow2(fingerprints.Length) || flags.Length != fingerprints.Length || !fingerprints.Contains((ushort)0))
                throw new InvalidDataException("The model of names is damaged: its word lists are no table.");
            return new(weights, transitions, new Lexicon(fingerprints, flags));
        }
        catch (Exception broken) when (broken is EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException("The model of names is cut short or damaged.", broken);
        }
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
        var values = new T[LengthIn(reader)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static int LengthIn(BinaryReader reader) =>
        reader.ReadInt32() is var length and >= 0 and <= MaxLength ? length : throw new InvalidDataException("The model of names is damaged: a table has an impossible length.");

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }
}
