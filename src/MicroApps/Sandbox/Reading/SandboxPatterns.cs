using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>Shapes of the things found in text. Every repetition is bounded, so that the time stays linear in the length of the text.</summary>
internal static partial class SandboxPatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Month = "(january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)";
    private const string Weekday = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|tomorrow|today|morgen|heute|demain|aujourd'hui|mañana|hoy|domani|oggi|vandaag|amanhã|hoje|next week|nächste woche|la semaine prochaine|la próxima semana|la prossima settimana|volgende week|na próxima semana";
    private const string Currency = "(euros?|dollars?|EUR|USD|CHF|GBP|JPY|BRL|francs?|pounds?)";

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{2,63}){1,4}", Options)]
    public static partial Regex Email();

    [GeneratedRegex(@"https?://[^\s<>""')\]]{1,500}[^\s<>""')\].,;:!?]", Options)]
    public static partial Regex Url();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}年\d{1,2}月\d{1,2}日|\b\d{1,2}(st|nd|rd|th|er|\.|º)?( (de|of|di|do))? " + Month + @"\b(\.(?= \d))?(( de|,)? \d{4}\b)?|\b" + Month + @"\b\.? \d{1,2}\b(st|nd|rd|th)?(,? \d{4}\b)?|\b(" + Weekday + @")\b", Options | RegexOptions.IgnoreCase)]
    public static partial Regex Date();

    [GeneratedRegex(@"\b\d{1,2}:\d{2}(:\d{2})?( ?[ap]m\b)?|\b\d{1,2} ?([ap]m|uhr|uur)\b|\b\d{1,2}h\d{2}\b", Options | RegexOptions.IgnoreCase)]
    public static partial Regex Time();

    [GeneratedRegex(@"[$€£¥] ?\d{1,12}([.,' ]\d{3}){0,4}([.,]\d{1,2})?\b|\b(EUR|USD|CHF|GBP|JPY|BRL|R\$) ?\d{1,12}([.,']\d{3}){0,4}([.,]\d{1,2})?\b|\b\d{1,12}([.,']\d{3}){0,4}([.,]\d{1,2})? ?([€$£¥]|" + Currency + @"\b)", Options | RegexOptions.IgnoreCase)]
    public static partial Regex Money();

    [GeneratedRegex(@"\b\d{1,9}([.,]\d{1,4})? ?(%|percent\b|prozent\b|por ciento\b|pour ?cent\b)", Options | RegexOptions.IgnoreCase)]
    public static partial Regex Percent();

    [GeneratedRegex(@"(\+|\b00|\(?\b0)\d{0,4}[\d ()/.-]{4,18}\d\b", Options)]
    public static partial Regex Phone();

    [GeneratedRegex(@"#\d{1,12}\b|\b[A-Z]{1,8}[-_/]?\d{2,12}([-_/][A-Z0-9]{1,12}){0,3}\b|\b[A-Z]{1,8}(-[A-Z]{1,8}){1,2}-\d{1,12}\b", Options)]
    public static partial Regex Id();

    [GeneratedRegex(@"(?<![\w.,])-?\d{1,12}([.,]\d{3}(?!\d)){0,4}([.,]\d{1,6})?(?![\w])", Options)]
    public static partial Regex Number();

    [GeneratedRegex(@"[""“„«「]([^""“”„«»「」\n]{1,300})[""”“»」]|(?<!\w)'([^'\n]{1,300})'(?!\w)", RegexOptions.CultureInvariant)]
    public static partial Regex Quoted();
}
