namespace MicroApps.Detection;

/// <summary>Finds IPv4 addresses in dotted decimal (RFC 6943 section 3.1.1, strict form), not version or section numbers.</summary>
internal sealed class IPv4Detector() : Detector(EntityTypes.IPAddress, Anchor.Numbers, maxLength: 19)
{
    private static readonly ContextWords Versions = new("version", "versions", "ver", "build", "release", "section", "chapter", "v.", "firmware");

    // Words that announce a version when the numbers are small.
    private const int ShortLength = 8;
    private static readonly ContextWords Updates = new("standards", "updated to", "update to", "upgrade", "upstream", "release", "notes to", "standard ", ">=", "<=", "(= ", "changes in", "since ");

    internal override bool MayHaveRun(int length) => length <= 3;

    internal override bool MayPrecede(char next) => next == '.';

    internal override bool MayBegin(in DigitRun run) => char.IsAsciiDigit(run.AfterNext) && !(run.Before == '.' && char.IsAsciiDigit(run.BeforeThat));

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var before = text[anchor - 1];
        if (char.IsLetterOrDigit(before) || before == '_' || (before == '.' && char.IsLetterOrDigit(text[anchor - 2])) || (before == '-' && char.IsLetter(text[anchor - 2])))
            return null;
        var end = anchor;
        for (var octet = 0; octet < 4; octet++)
        {
            var start = octet == 0 ? anchor : end + 1;
            if (octet > 0 && text[end] != '.')
                return null;
            end = text.RunOfDigits(start, 4);
            if (!IsOctet(text.Slice(start, end - start)))
                return null;
        }

        if (char.IsLetterOrDigit(text[end]) || text[end] == '_' || (text[end] is '.' or '-' && char.IsLetterOrDigit(text[end + 1]) && !IsRange(ref text, end)))
            return null;
        end = NetworkPrefix.End(ref text, end);
        var isVersion = Versions.Near(ref text, anchor, 16) || (end - anchor <= ShortLength && Updates.Near(ref text, anchor, 24));
        return Found(anchor, end, isVersion ? 0.3 : 0.9);
    }

    // "10.0.0.1-10.0.0.9" is a range of addresses; "1.2.3.4-beta" and "1.2.3.4.5" are versions; "1.2.3.4.Then" is a sentence's end.
    private static bool IsRange(ref TextWindow text, int end) =>
        text[end] == '-' ? text.Run(end + 1, CharSet.Digits, 4) is var octet && octet > end + 1 && text[octet] == '.' : char.IsLetter(text[end + 1]);

    private static bool IsOctet(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 1 or > 3 || (digits.Length > 1 && digits[0] == '0'))
            return false;
        return digits.Length < 3 || digits[0] == '1' || (digits[0] == '2' && (digits[1] < '5' || (digits[1] == '5' && digits[2] <= '5')));
    }
}
