using System.Globalization;
using System.Numerics;
using System.Text;

namespace MicroApps.Rego;

/// <summary>Integers in the base that a verb of a format asks for.</summary>
internal static class GoRadix
{
    /// <summary>The digits of an integer that is not negative.</summary>
    public static string ToText(BigInteger value, char verb) => verb switch
    {
        'x' => TrimZeros(value.ToString("x", CultureInfo.InvariantCulture)),
        'X' => TrimZeros(value.ToString("X", CultureInfo.InvariantCulture)),
        'b' => Split(value, 1),
        'o' or 'O' => Split(value, 3),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What stands before the digits.</summary>
    public static string Prefix(string digits, char verb, bool isSharp, bool isOctal) =>
        isOctal ? isSharp && digits.Length > 0 && digits[0] != '0' ? "0o0" : "0o"
        : !isSharp ? ""
        : verb switch
        {
            'b' => "0b",
            'o' when digits.Length == 0 || digits[0] != '0' => "0",
            'x' => "0x",
            'X' => "0X",
            _ => "",
        };

    private static string TrimZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } some ? some : "0";

    /// <summary>Digits of some bits each, from the bytes: no division.</summary>
    private static string Split(BigInteger value, int bits)
    {
        var bytes = value.ToByteArray();
        var count = ((bytes.Length * 8) + bits - 1) / bits;
        var digits = new StringBuilder(count);
        for (var i = count - 1; i >= 0; i--)
        {
            var digit = 0;
            for (var bit = (i * bits) + bits - 1; bit >= i * bits; bit--)
                digit = (digit << 1) | (bit / 8 < bytes.Length ? (bytes[bit / 8] >> (bit % 8)) & 1 : 0);
            digits.Append((char)('0' + digit));
        }

        return TrimZeros(digits.ToString());
    }
}
