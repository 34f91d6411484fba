using System.Text;

namespace MicroApps.Rego;

/// <summary>Text from bytes as Go reads it: each byte that belongs to no code point is a replacement character of its own.</summary>
internal static class GoUtf8
{
    private static readonly UTF8Encoding Strict = new(false, true);

    public static byte[] GetBytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string GetString(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Repair(bytes);
        }
    }

    private static string Repair(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length;)
        {
            var length = LengthAt(bytes, i);
            text.Append(length == 0 ? "\uFFFD" : Strict.GetString(bytes, i, length));
            i += Math.Max(length, 1);
            Budget.Pass(i);
        }

        return text.ToString();
    }

    /// <summary>How many bytes the code point at a place takes; 0 when there is none.</summary>
    private static int LengthAt(byte[] bytes, int at)
    {
        var first = bytes[at];
        var length = first < 0x80 ? 1 : first is >= 0xC2 and < 0xE0 ? 2 : first is >= 0xE0 and < 0xF0 ? 3 : first is >= 0xF0 and < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.Length)
            return 0;
        for (var i = 1; i < length; i++)
            if ((bytes[at + i] & 0xC0) != 0x80)
                return 0;
        // Too long a form, half a surrogate pair, too large.
        var second = length > 2 ? bytes[at + 1] : 0;
        var isWrong = (first, second) is (0xE0, < 0xA0) or (0xED, >= 0xA0) or (0xF0, < 0x90) or (0xF4, >= 0x90);
        return isWrong ? 0 : length;
    }
}
