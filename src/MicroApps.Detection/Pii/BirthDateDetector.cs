namespace MicroApps.Detection;

/// <summary>Finds a date right behind words that make it one of birth: numbers in any order, or a month by its name in the languages of western Europe.</summary>
internal sealed class BirthDateDetector() : Detector(EntityTypes.DateOfBirth, Anchor.Numbers, maxLength: 40, lookBack: MonthNames.Longest + 2)
{
    private const int ContextLength = 40;

    private static readonly ContextWords Words = new(
        "date of birth", "birth date", "birthdate", "birthday", "dob", "d.o.b", "born", "geboren", "geburtsdatum", "geb.", "geburtstag", "né le", "née le", "date de naissance", "naissance",
        "nacido", "nacida", "nacimiento", "nascimento", "nascido", "nascida", "nato il", "nata il", "data di nascita", "geboortedatum", "urodz", "född", "født", "syntynyt", "syntymäaika",
        "生年月日", "出生", "생년월일", "तारीख", "дата рождения", "родился", "родилась", "doğum tarihi");

    internal override bool MayBeInside => false;

    internal override bool MayHaveRun(int length) => length is <= 2 or 4 or 8;

    internal override bool MayFollow(char before) => before is not ('-' or '/' or '.');

    internal override bool MayBegin(in DigitRun run) =>
        run.Length == 8 || run.Next is '-' or '/' or '.' or ',' or ' ' || char.IsAsciiLetter(run.Next) || run.Next >= 128;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (char.IsAsciiLetterOrDigit(text[anchor - 1]) || text[anchor - 1] is '_' or '-' or '/' or '.')
            return null;
        var month = MonthNames.Before(ref text, anchor);
        var start = month > 0 ? month : anchor;
        text.Hold(start);
        var end = month > 0 ? DateLayouts.DayAndYear(ref text, anchor) : DateLayouts.End(ref text, anchor);
        return end > 0 && !char.IsAsciiLetterOrDigit(text[end]) && Words.Near(ref text, start, Reach(ref text, start)) ? Found(start, end, 0.9) : null;
    }

    protected internal override int Tail(ref TextWindow text, int end)
    {
        var month = MonthNames.Before(ref text, end);
        return month > 0 ? month : MonthNames.Unfinished(ref text, end);
    }

    // No other number and no end of a paragraph between the words and the date.
    private static int Reach(ref TextWindow text, int start)
    {
        var before = text.Before(start, ContextLength);
        var digit = before.LastIndexOfAnyInRange('0', '9');
        var paragraph = before.LastIndexOf("\n\n");
        return before.Length - 1 - Math.Max(digit, paragraph);
    }
}
