using System.Buffers;

namespace MicroApps.Detection;

/// <summary>
/// Finds telephone numbers: international ones (ITU-T E.123, <c>+</c> or <c>00</c> and a calling code) by themselves, national ones in the
/// North American layout, any other national layout only behind a word that announces it.
/// </summary>
internal sealed class PhoneDetector() : Detector(EntityTypes.PhoneNumber, Anchor.Chars("+(").AndNumbers(), maxLength: 80)
{
    private const int MinNational = 6;
    private const int MaxNational = 12;
    private const int ContextLength = 48;

    private static readonly SearchValues<char> BreaksContext = SearchValues.Create("\n0123456789");

    private static readonly ContextWords Words = new(
        "phone", "tel:", "tel.", "tel ", "tel=", "call ", "call:", "calling ", "called ", "dial ", "dial:", "mobile", "cell ", "cell:", "cellphone", "cell phone", "cell no", "cell#", "cell=", "fax", "contact", "whatsapp", "sms", "text ", "text:", "texted", "hotline", "desk:", "tele number", "reach", "answering", "landline",
        "registered mobile", "my registered", "registered number", "registered phone", "telefon", "téléphone", "teléfono", "telefone", "handy", "móvil", "my number", "rufnummer", "numéro de tél", "us number", "uk number", "cn number", "il number", "de number", "fr number",
        "in number", "br number", "ca number", "tr number", "ph number", "israeli number", "chinese number", "british number", "german number", "french number", "indian number", "turkish number");

    // "0961 759 6216 office", "(579) 888-3058-Fax": address blocks name the line behind the number.
    private static readonly ContextWords WordsBehind = new("office", "fax", "mobile", "cell", "phone", "tel.", "landline", "whatsapp");

    internal override bool MayBeInside => false;

    internal override bool MayFollow(char before) => !(char.IsAsciiLetterOrDigit(before) || before is '_' or '+' or '$' or '#');

    internal override bool MayBegin(in DigitRun run) =>
        !Continues(run.Before, run.BeforeThat, run.First)
        && (run.Length >= MinNational || (PhoneShape.IsSeparator(run.Next) && (char.IsAsciiDigit(run.AfterNext) || PhoneShape.IsSeparator(run.AfterNext))));

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var plus = text[anchor] == '+';
        if (Continues(text[anchor - 1], text[anchor - 2], text[anchor]))
            return null;
        Span<char> number = stackalloc char[PhoneShape.MaxDigits];
        var shape = PhoneShape.Read(ref text, plus ? anchor + 1 : anchor, number);
        var prefix = plus ? 0 : 2;
        if ((plus || (shape.LengthOf(0) > 1 && number.StartsWith("00"))) && International(ref text, anchor, shape, number, prefix) is { } finding)
            return finding;
        return plus ? null : National(ref text, anchor, shape, number);
    }

    private Finding? International(ref TextWindow text, int start, in PhoneShape shape, scoped ReadOnlySpan<char> number, int prefix)
    {
        for (var groups = shape.Groups; groups > 0; groups--)
        {
            var digits = shape.DigitsIn(groups);
            if (digits <= prefix || IsFraction(ref text, shape, groups) || !PhoneCountries.IsNumber(number[prefix..digits]) || IsPartOfMore(ref text, shape.EndOf(groups)))
                continue;
            if (number[..digits].IndexOfAnyExcept('0', '1') < 0)
                return null;
            var strong = prefix == 0 || groups > 1 || Words.Near(ref text, start);
            return Found(start, End(ref text, shape.EndOf(groups)), strong ? 0.9 : 0.4);
        }

        // Written as a number, whatever the country: a new code, or one digit mistyped.
        var all = shape.DigitsIn(shape.Groups);
        var plausible = prefix == 0 && all is >= 8 and <= 15 && number[0] != '0' && !IsFraction(ref text, shape, shape.Groups) && !IsPartOfMore(ref text, shape.EndOf(shape.Groups));
        return plausible ? Found(start, End(ref text, shape.EndOf(shape.Groups)), shape.Groups > 2 || Announced(ref text, start, shape.Groups) ? 0.6 : 0.3) : null;
    }

    private Finding? National(ref TextWindow text, int start, in PhoneShape shape, scoped ReadOnlySpan<char> number)
    {
        for (var groups = shape.Groups; groups > 0; groups--)
        {
            var digits = shape.DigitsIn(groups);
            if (digits is < MinNational or > MaxNational || IsFraction(ref text, shape, groups) || IsPartOfMore(ref text, shape.EndOf(groups)) || LooksOtherwise(shape, groups, number))
                continue;
            var end = End(ref text, shape.EndOf(groups));
            if (text.Slice(start, end - start) is var written && written.Count('(') != written.Count(')'))
                return null;
            return Found(start, end, Score(ref text, start, end, shape, groups, number[..digits]));
        }

        return null;
    }

    private static double Score(ref TextWindow text, int start, int end, in PhoneShape shape, int groups, scoped ReadOnlySpan<char> number)
    {
        var near = Announced(ref text, start, groups) || WordsBehind.Follows(ref text, end, 10);
        if (IsNorthAmericanLayout(shape, groups, number))
            return near || shape.Bracketed ? 0.9 : shape.Separator is '-' or '.' ? (text[start + shape.LengthOf(0)] == '.' && shape.Separator == '-' ? 0.4 : 0.7) : IsInRow(ref text, start, end) ? 0.2 : 0.5;
        var area = shape.Bracketed && shape.LengthOf(0) is 2 or 3 && groups is 2 or 3 && number.Length >= 8 && shape.LengthOf(1) >= 3;
        return near ? 0.7 : IsWhole(ref text, start, end) && number[0] == '0' && number.Length is 10 or 11 ? 0.62 : area || (IsWhole(ref text, start, end) && IsLikely(shape, groups, number)) ? 0.5 : 0.2;
    }

    // "+35236450.6"
    private static bool IsFraction(ref TextWindow text, in PhoneShape shape, int groups) =>
        groups > 1 && shape.LengthOf(groups - 1) == 1 && text[shape.EndOf(groups - 1)] == '.';

    // "96 192 384 768 1536 3072"
    private static bool IsInRow(ref TextWindow text, int start, int end) =>
        (text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2])) || (text[end] == ' ' && char.IsAsciiDigit(text[end + 1]));

    private static bool IsWhole(ref TextWindow text, int start, int end) => text[start - 1] == '\0' && text[end] == '\0';

    // As the value of a field: of full length, or in groups behind a trunk 0; not a date or an amount.
    private static bool IsLikely(in PhoneShape shape, int groups, scoped ReadOnlySpan<char> number) =>
        (number.Length is 10 or 11 && !(groups == 3 && shape.LengthOf(0) == 3 && shape.LengthOf(2) == 4)) || (groups > 1 && number.Length >= 7 && (number[0] == '0' || number.Length == 9));

    // For a number without groups, or with two as in a fraction, the word must stand on the same line, and no other number between.
    private static bool Announced(ref TextWindow text, int start, int groups)
    {
        var before = text.Before(start, ContextLength);
        return groups > 2 ? Words.Near(ref text, start, ContextLength) : Words.Near(ref text, start, before.Length - 1 - before.LastIndexOfAny(BreaksContext));
    }

    private static bool IsNorthAmericanLayout(in PhoneShape shape, int groups, scoped ReadOnlySpan<char> number)
    {
        var first = groups == 4 && shape.LengthOf(0) == 1 && number[0] == '1' ? 1 : 0;
        return groups == first + 3 && shape.LengthOf(first) == 3 && shape.LengthOf(first + 1) == 3 && shape.LengthOf(first + 2) == 4
            && PhoneCountries.IsNorthAmerican(number[first..]);
    }

    // Dates, spans of years and social security numbers are written with the same characters.
    private static bool LooksOtherwise(in PhoneShape shape, int groups, scoped ReadOnlySpan<char> number)
    {
        var (first, second, third) = (shape.LengthOf(0), shape.LengthOf(1), shape.LengthOf(2));
        return groups switch
        {
            3 => (first == 4 && second <= 2 && third <= 2) || (first <= 2 && second <= 2 && third is 2 or 4 && shape.Separator != ' ')
                || (first == 3 && second == 2 && third == 4),
            2 => (first == 3 && second == 3 && shape.Separator == '-') || (first == 4 && second == 4 && number[..2] is "19" or "20" && number[4..6] is "19" or "20"),
            > 3 => Singles(shape, groups) > 1,
            _ => false,
        };
    }

    private static int Singles(in PhoneShape shape, int groups)
    {
        var singles = 0;
        for (var group = 0; group < groups; group++)
            singles += shape.LengthOf(group) == 1 ? 1 : 0;
        return singles;
    }

    // An extension belongs to the number: "x123", "ext. 123".
    private static int End(ref TextWindow text, int end)
    {
        var i = text[end] == ' ' ? end + 1 : end;
        var mark = text.Matches(i, "ext") ? (text[i + 3] == '.' ? 4 : 3) : text[i] == 'x' ? 1 : 0;
        if (mark == 0)
            return end;
        i += mark;
        i = text[i] == ' ' ? i + 1 : i;
        var last = text.RunOfDigits(i, 7);
        return last > i && last - i < 7 && !char.IsLetter(text[last]) ? last : end;
    }

    private static bool IsPartOfMore(ref TextWindow text, int end)
    {
        var (after, next) = (text[end], text[end + 1]);
        return after switch
        {
            'x' => !char.IsAsciiDigit(next),
            '-' or '.' or '/' or ':' or ',' => char.IsAsciiDigit(next),
            _ => char.IsLetterOrDigit(after) || after is '_' or '%' or '@',
        };
    }

    private static bool Continues(char before, char previous, char first) => before switch
    {
        ' ' or '\0' => false,
        '(' => first == '(',
        '-' when previous is '(' or '=' or ',' => true,
        '.' or ',' or '-' or '/' => char.IsLetterOrDigit(previous) && first != '+',
        ':' => char.IsAsciiDigit(previous),
        _ => char.IsLetterOrDigit(before) || before is '_' or '+' or '$' or '#' or '€' or '£',
    };
}
