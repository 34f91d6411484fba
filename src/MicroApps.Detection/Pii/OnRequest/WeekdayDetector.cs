namespace MicroApps.Detection;

/// <summary>Finds the days of the week by their English, German, French, Spanish and Italian names.</summary>
internal sealed class WeekdayDetector() : Detector(EntityTypes.DateTime, Anchor.Literals(Names), maxLength: 12)
{
    private static readonly string[] Names =
    [
        .. ("monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
            + "lunes martes miercoles jueves viernes domingo martedi mercoledi venerdi domenica").Split(' ').SelectMany(n => new[] { n, char.ToUpperInvariant(n[0]) + n[1..], n.ToUpperInvariant() }),
    ];

    internal override bool GivesWay => true;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        var end = anchor;
        while (end - anchor < 12 && char.IsLetter(text[end]))
            end++;
        foreach (var name in Names)
            if (text.Slice(anchor, end - anchor).SequenceEqual(name))
                return text[anchor - 1] is '_' or '-' or '@' or '.' or '/' || text[end] is '_' or '(' || char.IsLetterOrDigit(text[end]) ? null : Found(anchor, end, 0.6);
        return null;
    }
}
