using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MicroApps.Ledger;

/// <summary>JSON strings as RFC 8785 §3.2.2.2 wants them: UTF-8, with only the escapes that JSON demands.</summary>
internal static class CanonicalText
{
    private const int Chunk = 4096;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create(string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)) + "\"\\");

    private static readonly SearchValues<char> Plain =
        SearchValues.Create(string.Concat(Enumerable.Range(0x20, 0x5F).Select(c => (char)c)).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal));

    /// <summary>Writes the string with its quotes; false (after partial output) when it holds a lone surrogate.</summary>
    internal static bool TryWrite(IBufferWriter<byte> output, ReadOnlySpan<char> value)
    {
        // Nearly everything that records hold is short ASCII: one copy.
        if (value.Length <= Chunk && !value.ContainsAnyExcept(Plain))
        {
            WritePlain(output, value);
            return true;
        }

        output.Write("\""u8);
        for (int plain; (plain = value.IndexOfAny(Escaped)) >= 0; value = value[(plain + 1)..])
        {
            if (!TryTranscode(output, value[..plain]))
                return false;
            WriteEscape(output, value[plain]);
        }
        if (!TryTranscode(output, value))
            return false;
        output.Write("\""u8);
        return true;
    }

    private static void WritePlain(IBufferWriter<byte> output, ReadOnlySpan<char> value)
    {
        var room = output.GetSpan(value.Length + 2);
        room[0] = (byte)'"';
        Ascii.FromUtf16(value, room[1..], out _);
        room[value.Length + 1] = (byte)'"';
        output.Advance(value.Length + 2);
    }

    private static bool TryTranscode(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // A UTF-16 code unit never needs more than three UTF-8 bytes.
            var room = output.GetSpan(Math.Min(text.Length, Chunk) * 3);
            var status = Utf8.FromUtf16(text, room, out var read, out var written, replaceInvalidSequences: false);
            if (status == OperationStatus.InvalidData)
                return false;
            output.Advance(written);
            text = text[read..];
        }
        return true;
    }

    private static void WriteEscape(IBufferWriter<byte> output, char c)
    {
        ReadOnlySpan<byte> escape = c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', (byte)(c < 0x10 ? '0' : '1'), "0123456789abcdef"u8[c & 0xF]],
        };
        output.Write(escape);
    }
}
