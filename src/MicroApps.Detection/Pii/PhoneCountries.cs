namespace MicroApps.Detection;

/// <summary>Country calling codes (ITU-T E.164) with the shortest and longest number after the code.</summary>
internal static class PhoneCountries
{
    // code:shortest-longest of the national significant number.
    private const string Table =
        "1:10-10 7:10-10 20:8-10 211:9-9 212:9-9 213:8-9 216:8-8 218:8-9 220:7-7 221:9-9 222:8-8 223:8-8 224:8-9 225:8-10 226:8-8 227:8-8 228:8-8 229:8-10 "
        + "230:7-8 231:7-9 232:8-8 233:9-9 234:7-10 235:8-8 236:8-8 237:8-9 238:7-7 239:7-7 240:9-9 241:7-8 242:9-9 243:7-9 244:9-9 245:7-9 246:7-7 247:4-6 "
        + "248:7-7 249:9-9 250:8-9 251:9-9 252:6-9 253:8-8 254:7-10 255:7-9 256:9-9 257:8-8 258:8-9 260:9-9 261:9-9 262:9-9 263:5-10 264:8-9 265:7-9 266:8-8 "
        + "267:7-8 268:8-8 269:7-7 27:9-9 290:4-5 291:7-7 297:7-7 298:6-6 299:6-6 30:10-10 31:8-9 32:8-9 33:9-9 34:9-9 350:8-8 351:9-9 352:4-11 353:7-10 354:7-9 "
        + "355:6-9 356:8-8 357:8-8 358:5-11 359:6-9 36:8-9 370:8-8 371:8-8 372:7-8 373:8-8 374:8-8 375:9-9 376:6-9 377:8-9 378:6-10 379:6-10 380:9-9 381:6-10 "
        + "382:8-8 383:8-9 385:6-9 386:8-8 387:8-9 389:8-8 39:6-11 40:9-9 41:9-9 420:9-9 421:6-9 423:7-9 43:4-13 44:9-10 45:8-8 46:7-10 47:8-8 48:9-9 49:5-12 "
        + "500:5-5 501:7-7 502:8-8 503:8-8 504:8-8 505:8-8 506:8-8 507:7-8 508:6-6 509:8-8 51:8-9 52:10-11 53:6-8 54:10-11 55:10-11 56:9-9 57:8-10 58:10-10 "
        + "590:9-9 591:8-8 592:7-7 593:8-9 594:9-9 595:7-9 596:9-9 597:6-7 598:8-8 599:7-8 60:8-10 61:9-9 62:7-12 63:8-10 64:8-10 65:8-8 66:8-9 670:7-8 672:6-6 "
        + "673:7-7 674:7-7 675:7-8 676:5-7 677:5-7 678:5-7 679:7-7 680:7-7 681:6-6 682:5-5 683:4-7 685:5-7 686:5-8 687:6-6 688:5-6 689:6-8 690:4-5 691:7-7 692:7-7 "
        + "800:8-8 808:8-8 81:9-10 82:8-11 84:7-10 850:6-10 852:8-8 853:8-8 855:8-9 856:8-10 86:8-11 870:9-9 878:12-12 880:6-10 881:8-9 882:7-12 883:9-12 886:8-9 "
        + "888:11-11 90:10-10 91:10-10 92:9-10 93:9-9 94:9-9 95:6-10 960:7-7 961:7-8 962:8-9 963:8-9 964:8-10 965:7-8 966:9-9 967:7-9 968:7-8 970:8-9 971:8-9 "
        + "972:8-9 973:8-8 974:7-8 975:7-8 976:8-8 977:8-10 98:10-10 979:9-9 992:9-9 993:8-8 994:9-9 995:9-9 996:9-9 998:9-9";

    private static readonly (byte Shortest, byte Longest)[] Lengths = Build();

    /// <summary>Whether the digits are a calling code and a number of a length that occurs behind it.</summary>
    public static bool IsNumber(ReadOnlySpan<char> digits)
    {
        var code = 0;
        for (var i = 0; i < 3 && i < digits.Length; i++)
        {
            code = (code * 10) + digits[i] - '0';
            if (Lengths[code] is { Longest: > 0 } range && digits[0] != '0')
                return Fits(code, digits[(i + 1)..], range);
        }

        return false;
    }

    /// <summary>Whether ten digits can be a number of the North American plan: area and exchange begin with 2 to 9.</summary>
    public static bool IsNorthAmerican(ReadOnlySpan<char> digits) =>
        digits.Length == 10 && digits[0] > '1' && digits[3] > '1' && !(digits[1] == '1' && digits[2] == '1');

    // A trunk 0 is often written although it is not dialled: "+44 (0)20 …".
    private static bool Fits(int code, ReadOnlySpan<char> national, (byte Shortest, byte Longest) range)
    {
        var trunk = national.Length > 0 && national[0] == '0' ? 1 : 0;
        return national.Length >= range.Shortest && national.Length - trunk <= range.Longest;
    }

    private static (byte Shortest, byte Longest)[] Build()
    {
        var lengths = new (byte, byte)[1000];
        foreach (var entry in Table.Split(' '))
        {
            var (colon, dash) = (entry.IndexOf(':', StringComparison.Ordinal), entry.IndexOf('-', StringComparison.Ordinal));
            lengths[Number(entry.AsSpan(0, colon))] = ((byte)Number(entry.AsSpan(colon + 1, dash - colon - 1)), (byte)Number(entry.AsSpan(dash + 1)));
        }

        return lengths;
    }

    private static int Number(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
            value = (value * 10) + c - '0';
        return value;
    }
}
