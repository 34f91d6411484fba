namespace MicroApps.Detection;

/// <summary>Which issuer prefixes exist and how long their numbers are (ISO/IEC 7812 ranges as the networks publish them).</summary>
internal static class CardBrands
{
    // Prefix from..to (same number of digits), then a bit for each length.
    private static readonly (int From, int To, int Width, int Lengths)[] Ranges =
    [
        (4, 4, 1, Bits(13, 16, 19)),                    // Visa
        (51, 55, 2, Bits(16)),                          // Mastercard
        (2221, 2720, 4, Bits(16)),                      // Mastercard, second series
        (34, 34, 2, Bits(15)), (37, 37, 2, Bits(15)),   // American Express
        (6011, 6011, 4, Bits(16, 17, 18, 19)), (644, 649, 3, Bits(16, 17, 18, 19)), (65, 65, 2, Bits(16, 17, 18, 19)), // Discover
        (300, 305, 3, Bits(14, 16, 19)), (3095, 3095, 4, Bits(14, 16, 19)), (36, 36, 2, Bits(14, 16, 19)), (38, 39, 2, Bits(14, 16, 19)), // Diners Club
        (3528, 3589, 4, Bits(16, 17, 18, 19)), (2131, 2131, 4, Bits(15)), (1800, 1800, 4, Bits(15)), // JCB
        (62, 62, 2, Bits(16, 17, 18, 19)), (81, 81, 2, Bits(16, 17, 18, 19)), // UnionPay, RuPay
        (50, 50, 2, Bits(12, 13, 14, 15, 16, 17, 18, 19)), (56, 58, 2, Bits(12, 13, 14, 15, 16, 17, 18, 19)), // Maestro
        (60, 61, 2, Bits(12, 13, 14, 15, 16, 17, 18, 19)), (63, 64, 2, Bits(12, 13, 14, 15, 16, 17, 18, 19)),
        (66, 69, 2, Bits(12, 13, 14, 15, 16, 17, 18, 19)),
        (2200, 2204, 4, Bits(16, 17, 18, 19)),          // Mir
        (2205, 2205, 4, Bits(16)), (9792, 9792, 4, Bits(16)), (82, 82, 2, Bits(16)), // BORICA, Troy, RuPay
        (1220, 1220, 4, Bits(15)),                      // UATP
    ];

    public static bool MayBegin(char digit) => digit is >= '1' and <= '6' or '8' or '9';

    public static bool IsCard(ReadOnlySpan<char> digits)
    {
        var head = ((digits[0] - '0') * 1000) + ((digits[1] - '0') * 100) + ((digits[2] - '0') * 10) + digits[3] - '0';
        foreach (var (from, to, width, lengths) in Ranges)
        {
            var prefix = width switch { 1 => head / 1000, 2 => head / 100, 3 => head / 10, _ => head };
            if (prefix >= from && prefix <= to && (lengths & (1 << digits.Length)) != 0)
                return true;
        }

        return false;
    }

    private static int Bits(params ReadOnlySpan<int> lengths)
    {
        var bits = 0;
        foreach (var length in lengths)
            bits |= 1 << length;
        return bits;
    }
}
