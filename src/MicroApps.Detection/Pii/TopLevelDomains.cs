namespace MicroApps.Detection;

/// <summary>Tells the end of a domain name from a file name or the next sentence.</summary>
internal static class TopLevelDomains
{
    // The country codes of the IANA root zone, without separators.
    private const string Countries =
        "acadaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjbmbnbobrbsbtbvbwbybzcacccdcfcgchcickclcmcncocrcucvcwcxcyczdedjdkdmdodzeceeegereseteufifjfkfmfofr"
        + "gagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuidieiliminioiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemgmhmkmlmmmnmomp"
        + "mqmrmsmtmumvmwmxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssstsusvsxsysztctdtftgthtjtktl"
        + "tmtntotrtttvtwtzuaugukusuyuzvavcvevgvivnvuwfwsyeytzazmzw";

    private static readonly StringSet Generic = new((
        "com org net edu gov mil int info biz name pro mobi jobs travel museum coop aero cat tel asia post xxx arpa "
        + "app dev page cloud ai io tech online site store shop blog live news media email mail agency academy consulting company group team work works "
        + "software systems solutions services support digital design studio network global world international email chat social space website host "
        + "bank finance money insurance health care clinic doctor dental hospital pharmacy law legal lawyer academy school university education college "
        + "berlin hamburg koeln bayern wien paris london nyc tokyo amsterdam brussels swiss ruhr tirol eus gal scot wales africa "
        + "google microsoft amazon apple bmw audi sap bosch one top xyz club vip wiki ink link click fun games art music photo photos video film "
        + "restaurant cafe bar pizza hotel travel tours house homes estate land properties rent immo auto cars bike eco green energy solar "
        + "ltd gmbh llc inc sarl srl ventures capital partners holdings associates institute foundation ngo ong church community center "
        + "example test invalid local localhost internal corp lan home intranet localdomain").Split(' '));

    // Endings that stand after "@2x", "@tty1" and the like and name files or units, not domains.
    private static readonly StringSet Files = new((
        "png jpg jpeg gif svg webp bmp ico pdf doc docx xls xlsx ppt pptx odt txt md csv json yaml yml xml html htm css scss less js mjs jsx ts tsx vue "
        + "py rb php java kt go rs cs fs vb cpp hpp sql sh bat exe dll so zip tar gz rar log conf cfg ini lock service socket target mount timer "
        + "length map filter foreach tostring class method").Split(' '));


    /// <summary>Whether the label is a country code, a common generic domain or a punycode label.</summary>
    public static bool IsKnown(ReadOnlySpan<char> label) =>
        label.Length == 2 ? IsCountry(label) : Generic.Contains(label) || label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an unknown label could be a domain's last: 3 to 24 letters that begin no sentence and are no file ending.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> label)
    {
        if (label.Length < 2 || label.Length > 24 || char.IsAsciiLetterUpper(label[0]) || (label.Length == 2 && label[0] < 128))
            return false;
        foreach (var c in label)
            if (!char.IsLetter(c))
                return false;
        return !Files.Contains(label);
    }

    private static bool IsCountry(ReadOnlySpan<char> label)
    {
        var (first, second) = (char.ToLowerInvariant(label[0]), char.ToLowerInvariant(label[1]));
        for (var i = 0; i < Countries.Length; i += 2)
            if (Countries[i] == first && Countries[i + 1] == second)
                return true;
        return false;
    }
}
