namespace MicroApps.Detection;

/// <summary>Finds nationalities, peoples, religions and political groups by name, not languages.</summary>
internal sealed class GroupDetector() : Detector(EntityTypes.Group, Anchor.Chars(CharSet.Lower + CharSet.Upper), maxLength: Longest)
{
    private const int Shortest = 3, Longest = 20, WordBefore = 12;

    // "in French", "speaks Dutch": a language, not a people.
    private static readonly StringSet BeforeLanguages = new("in into study studied studies studying teach teaches teaching taught speak speaks spoke speaking spoken learn learns learning learned fluent understand understands write writes".Split(' '));

    private static readonly StringSet AfterLanguages = new("language languages version subtitles translation translations dictionary speaker speakers speaking lessons grammar alphabet".Split(' '));

    internal override bool GivesWay => true;

    protected internal override Finding? Verify(ref TextWindow text, int anchor)
    {
        if (char.IsLetterOrDigit(text[anchor - 1]))
            return null;
        if (text[anchor - 1] is '_' or '.' or '@' or '/' or '\\')
            return null;
        var end = anchor;
        while (end - anchor <= Longest && (char.IsLetter(text[end]) || (text[end] is '-' or '\'' && char.IsLetter(text[end + 1]) && IsJoined(ref text, anchor, end))))
            end++;
        var word = text.Slice(anchor, end - anchor);
        if (word.Length is < Shortest or > Longest || !GroupNames.All.Contains(word) || (char.IsLower(word[0]) && GroupNames.Capital.Contains(word)) || char.IsDigit(text[end]) || text[end] is '_' or '@' or '/' or '(')
            return null;
        return IsLanguage(ref text, anchor, end) ? null : Found(anchor, end, 0.6);
    }

    // "Social-Democrat" and "Ba'athist" are one name; of "German-owned", the first word is.
    private static bool IsJoined(ref TextWindow text, int start, int end) => !GroupNames.All.Contains(text.Slice(start, end - start)) || text.Matches(end + 1, "Democrat");

    private static bool IsLanguage(ref TextWindow text, int start, int end)
    {
        var before = text.Before(start, WordBefore);
        if (before.Length > 0 && before[^1] == ' ' && before[..^1] is var words && BeforeLanguages.Contains(words[(words.LastIndexOf(' ') + 1)..]) && !IsNoun(ref text, end))
            return true;
        if (text[end] is not (' ' or '-'))
            return false;
        var next = end + 1;
        while (next - end <= WordBefore && char.IsLetter(text[next]))
            next++;
        return AfterLanguages.Contains(text.Slice(end + 1, next - end - 1));
    }

    // "in French cinemas": it says what the next word is like.
    private static bool IsNoun(ref TextWindow text, int end) => text[end] == ' ' && char.IsLetter(text[end + 1]) && !text.Matches(end + 1, "and ") && !text.Matches(end + 1, "or ");
}
