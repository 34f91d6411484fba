using System.Collections.Frozen;

namespace MicroApps;

/// <summary>A cue that was found in a request.</summary>
internal readonly record struct SandboxCue(SandboxIntent Intent, SandboxCueStrength Strength, int Word);

/// <summary>Finds out what a request asks for.</summary>
internal static class SandboxIntents
{
    private const int Looked = 2000;

    private static readonly (SandboxIntent Intent, SandboxCueStrength Strength, string[] Cues)[] s_cues =
        [.. SandboxLexicon.Rows(SandboxCues.Table).Select(row => (Intent(row.Key), Enum.Parse<SandboxCueStrength>(row.Key[(row.Key.IndexOf(' ', StringComparison.Ordinal) + 1)..]), Cues(row.Words)))];

    private static readonly (SandboxIntent Intent, string[] Cues)[] s_smallTalk =
        [.. SandboxLexicon.Rows(SandboxCues.SmallTalk).Select(row => (Intent(row.Key), Cues(row.Words)))];

    private static readonly FrozenSet<string> s_questionWords = SandboxLexicon.Words(SandboxCues.QuestionWords).ToFrozenSet();
    private static readonly FrozenSet<string> s_mailNouns = SandboxLexicon.Words(SandboxCues.MailNouns).ToFrozenSet();

    /// <summary>The cues in <paramref name="task"/>, by place.</summary>
    public static List<SandboxCue> Cues(string task)
    {
        var folded = Folded(task);
        var found = new List<SandboxCue>();
        foreach (var (intent, strength, cues) in s_cues)
            foreach (var cue in cues)
                if (folded.IndexOf(cue, StringComparison.Ordinal) is >= 0 and var at)
                    found.Add(new(intent, strength, folded.AsSpan(0, at + 1).Count(' ') - 1));
        if (folded.Contains(" positi", StringComparison.Ordinal) && folded.IndexOf(" negati", StringComparison.Ordinal) is >= 0 and var polar)
            found.Add(new(SandboxIntent.Classify, SandboxCueStrength.Verb, folded.AsSpan(0, polar).Count(' ')));
        found.Sort((a, b) => a.Word.CompareTo(b.Word));
        return found;
    }

    /// <summary>What <paramref name="task"/> asks for, in order: every intent a verb names, else the first that a noun names.</summary>
    public static List<SandboxIntent> Of(string task)
    {
        var cues = Cues(task);
        if (cues.Exists(cue => cue.Strength == SandboxCueStrength.Generic) && NamesMail(task))
            cues = cues.ConvertAll(cue => cue.Strength == SandboxCueStrength.Generic ? cue with { Strength = SandboxCueStrength.Verb } : cue);
        cues.RemoveAll(cue => cue.Intent == SandboxIntent.Classify && cue.Strength == SandboxCueStrength.Verb && !SandboxLabels.Plausible(task));
        var verbs = cues.Where(cue => cue.Strength == SandboxCueStrength.Verb).Select(cue => cue.Intent).Distinct().ToList();
        if (verbs.Count > 1)
            verbs.Remove(SandboxIntent.Answer);
        if (verbs.Count > 0)
            return verbs;
        if (IsQuestion(task) && SandboxExtraction.AsksForKinds(task))
            return [SandboxIntent.Extract];
        var others = cues.OrderByDescending(cue => cue.Strength).Select(cue => cue.Intent).Take(1).ToList();
        return IsQuestion(task) && !others.Contains(SandboxIntent.Extract) && !cues.Exists(cue => cue is { Intent: SandboxIntent.Summarise, Strength: SandboxCueStrength.Noun }) ? [SandboxIntent.Answer] : others;
    }

    /// <summary>Whether a mail, a letter or the like is named.</summary>
    public static bool NamesMail(string task) => SandboxWords.Split(task).Any(word => s_mailNouns.Contains(SandboxWords.Fold(word)));

    /// <summary>Greeting, thanks or a call for help, when the whole short message is that.</summary>
    public static SandboxIntent SmallTalk(string text)
    {
        if (text.Length > 80 || SandboxWords.Split(text).Take(9).Count() > 8)
            return SandboxIntent.None;
        var folded = Folded(text);
        foreach (var (intent, cues) in s_smallTalk)
            foreach (var cue in cues)
                if (folded.StartsWith(cue, StringComparison.Ordinal) && (intent == SandboxIntent.Help || folded.Length < cue.Length + 24) && EndsWord(folded, cue.Length))
                    return intent;
        return SandboxIntent.None;
    }

    /// <summary>Whether <paramref name="text"/> asks a question.</summary>
    public static bool IsQuestion(string text)
    {
        var end = text.AsSpan().TrimEnd();
        return (!end.IsEmpty && end[^1] is '?' or '？' or '؟') || s_questionWords.Contains(SandboxWords.Fold(SandboxWords.Split(text).FirstOrDefault("")));
    }

    /// <summary>The words of the start of <paramref name="text"/>, folded, with a blank around each.</summary>
    public static string Folded(string text)
    {
        var words = SandboxWords.Split(text.Length > Looked ? text[..Looked] : text).Select(word => SandboxWords.Fold(word));
        return $" {string.Join(' ', words)} ";
    }

    private static bool EndsWord(string folded, int at) => folded.Length <= at || folded[at] == ' ' || folded[at - 1] == ' ' || folded[at] > 0x2E80;

    private static SandboxIntent Intent(string key) => Enum.Parse<SandboxIntent>(key.Split(' ')[0]);

    private static string[] Cues(string[] words) =>
        [.. words.Select(word => SandboxWords.IsIdeographic(word[0]) ? string.Join(' ', word.ToCharArray()) : " " + word.Replace('_', ' '))];
}
