using System.Collections.Frozen;

namespace MicroApps;

/// <summary>A message cut into what is asked and the text it is asked about.</summary>
internal readonly record struct SandboxSplit(string Task, string Material)
{
    private const int LongestTask = 500;
    private const int NearStart = 7;

    private static readonly FrozenSet<string> s_materialLabels = SandboxLexicon.Words(SandboxCues.MaterialLabels).ToFrozenSet();
    private static readonly FrozenSet<string> s_taskLabels = SandboxLexicon.Words(SandboxCues.TaskLabels).ToFrozenSet();
    private static readonly string[] s_fences = ["```", "\"\"\"", "\n---", "\n==="];

    /// <summary>Cuts <paramref name="text"/>; <paramref name="taskElsewhere"/> says that a system prompt already tells what to do with it.</summary>
    public static SandboxSplit Of(string text, bool taskElsewhere)
    {
        text = text.Trim();
        return Fenced(text) ?? Tagged(text) ?? Labelled(text) ?? AtColon(text) ?? ByParagraph(text, taskElsewhere) ?? BySentence(text, taskElsewhere) ?? Whole(text, taskElsewhere);
    }

    private static SandboxSplit? Fenced(string text)
    {
        foreach (var fence in s_fences)
        {
            var open = text.IndexOf(fence, StringComparison.Ordinal);
            if (open < 0)
                continue;
            var inner = open + fence.Length;
            var close = text.IndexOf(fence, inner, StringComparison.Ordinal);
            if (close > inner)
                return new((text[..open] + "\n" + text[(close + fence.Length)..]).Trim(), text[inner..close].Trim('-', '=', '\n', '\r', ' '));
            if (fence[0] == '\n')
                return LooksLikeTask(text[..open], NearStart) ? new(text[..open].Trim(), text[inner..].Trim('-', '=', '\n', '\r', ' ')) : null;
        }
        return null;
    }

    private static SandboxSplit? Tagged(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        var end = open < 0 ? -1 : text.IndexOf('>', open);
        if (end < 0 || end - open is < 3 or > 24 || text.AsSpan(open + 1, end - open - 1).ContainsAnyExceptInRange('a', 'z'))
            return null;
        var closing = $"</{text[(open + 1)..end]}>";
        var close = text.IndexOf(closing, end, StringComparison.Ordinal);
        return close < 0 ? null : new((text[..open] + "\n" + text[(close + closing.Length)..]).Trim(), text[(end + 1)..close].Trim());
    }

    private static SandboxSplit? Labelled(string text)
    {
        List<string> task = [], material = [];
        var current = task;
        var labels = 0;
        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var label = colon is > 0 and < 30 ? SandboxWords.Fold(line.AsSpan(0, colon).Trim(" *#")) : "";
            var isTask = s_taskLabels.Contains(label);
            if (isTask || s_materialLabels.Contains(label))
            {
                current = isTask ? task : material;
                labels++;
                current.Add(line[(colon + 1)..].Trim(' ', '*'));
            }
            else
                current.Add(line);
        }
        var split = new SandboxSplit(string.Join('\n', task).Trim(), string.Join('\n', material).Trim());
        return labels > 0 && split.Task.Length is > 0 and <= 2 * LongestTask && split.Material.Length > 0 ? split : null;
    }

    private static SandboxSplit? AtColon(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '：');
        if (colon is < 3 or > LongestTask || colon + 3 > text.Length || text[colon + 1] == '/' || char.IsAsciiDigit(text[colon + 1]))
            return null;
        if (!LooksLikeTask(text[..colon], NearStart * 2) && !AsksAboutWhatFollows(text[..colon]))
            return null;
        var cut = colon + 1;
        if (SandboxLabels.ListEnd(text, cut) is > 0 and var listEnd)
            cut = listEnd;
        var material = text[cut..].Trim();
        return material.Length > 0 ? new(text[..cut].Trim(), material) : null;
    }

    // "Give me a title for this text", "Make a table of names and e-mails"
    private static bool AsksAboutWhatFollows(string head)
    {
        var words = SandboxWords.Split(head).Select(word => SandboxWords.Fold(word)).ToList();
        return words.Count > 3 && (s_materialLabels.Contains(words[^1]) || SandboxExtraction.Kinds(head).Count > 0);
    }

    private static SandboxSplit? ByParagraph(string text, bool taskElsewhere)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0)
            return null;
        var within = taskElsewhere ? NearStart : NearStart * 2;
        if (first <= LongestTask && (LooksLikeTask(text[..first], within) || (!taskElsewhere && text.AsSpan(0, first).TrimEnd() is [.., '?' or '？' or '؟'])))
        {
            var cut = SandboxLabels.ListEnd(text, first) is > 0 and var end ? end : first;
            return new(text[..cut].Trim(), text[cut..].Trim());
        }
        var last = text.LastIndexOf('\n');
        return text.Length - last <= LongestTask && (LooksLikeTask(text[last..], NearStart) || (!taskElsewhere && SandboxIntents.IsQuestion(text[last..])))
            ? new(text[last..].Trim(), text[..last].Trim())
            : null;
    }

    private static SandboxSplit? BySentence(string text, bool taskElsewhere)
    {
        var sentences = SandboxSentences.Split(text);
        if (sentences.Count < 2 || text.Contains('\n', StringComparison.Ordinal))
            return null;
        if (sentences[0].Length <= LongestTask && LooksLikeTask(sentences[0], taskElsewhere ? NearStart : NearStart * 2))
            return new(sentences[0], string.Join(' ', sentences.Skip(1)));
        var last = sentences[^1];
        if (!taskElsewhere && sentences[0].Length <= LongestTask && sentences[0][^1] is '?' or '？' or '؟' && !SandboxIntents.IsQuestion(last))
            return new(sentences[0], string.Join(' ', sentences.Skip(1)));
        return last.Length <= LongestTask && (LooksLikeTask(last, NearStart) || (!taskElsewhere && SandboxIntents.IsQuestion(last)))
            ? new(last, string.Join(' ', sentences.SkipLast(1)))
            : null;
    }

    private static SandboxSplit Whole(string text, bool taskElsewhere)
    {
        if (SandboxIntents.IsQuestion(text) && text.Length <= LongestTask)
            return new(text, "");
        if (taskElsewhere || text.Length > LongestTask)
            return new("", text);
        return new(text, "");
    }

    private static bool LooksLikeTask(string text, int within) =>
        (SandboxIntents.IsQuestion(text) && SandboxExtraction.AsksForKinds(text)) || SandboxIntents.Cues(text).Exists(cue => cue.Strength != SandboxCueStrength.Generic ? cue.Word < within : cue.Word < 3) && SandboxIntents.Of(text).Count > 0;
}
