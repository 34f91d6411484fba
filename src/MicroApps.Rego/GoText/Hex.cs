namespace MicroApps.Rego;

/// <summary>Hexadecimal digits.</summary>
internal static class Hex
{
    private const string Digits = "0123456789abcdef";

    /// <summary>What a digit stands for; -1 when it is none.</summary>
    public static int ValueOf(int digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };

    /// <summary>The number that some digits of a text stand for; null when they are not that many, or no digits.</summary>
    public static long? Read(string text, int start, int count)
    {
        var value = start + count <= text.Length && count is > 0 and < 16 ? 0L : (long?)null;
        for (var i = start; i < start + count && value is not null; i++)
            value = ValueOf(text[i]) is var digit and >= 0 ? (value << 4) | (long)digit : null;
        return value;
    }

    /// <summary>Bytes as lower-case digits.</summary>
    public static string ToText(byte[] bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            Budget.Pass(i);
            (text[i * 2], text[(i * 2) + 1]) = (Digits[bytes[i] >> 4], Digits[bytes[i] & 15]);
        }

        return new(text);
    }
}
