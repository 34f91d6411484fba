using System.Globalization;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Chooses the skill for a request: tools first, then the asked form, then what the words ask for.</summary>
internal static class SandboxModel
{
    private const int MostIntents = 3;
    private const int LongestQuote = 120;

    /// <summary>The answer to <paramref name="prompt"/>.</summary>
    public static SandboxReply Reply(SandboxPrompt prompt, ChatOptions? options)
    {
        var plan = SandboxTools.Plan(prompt, options);
        if (plan.Calls.Count > 0)
            return new("", plan.Calls);
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema })
            return SandboxReply.Exact(SandboxSchema.Fill(schema, prompt));
        if (options?.ResponseFormat is ChatResponseFormatJson || prompt.Wishes.Json)
            return SandboxReply.Exact(SandboxSchema.FillFields(SandboxFields.Named(prompt), prompt));
        if (plan.Missing is { } missing)
            return SandboxReply.Marked(missing);
        var text = Text(prompt);
        return prompt.Wishes.Bare ? SandboxReply.Exact(text) : SandboxReply.Marked(text);
    }

    /// <summary>The answer in words, without the marker.</summary>
    public static string Text(SandboxPrompt prompt)
    {
        var language = prompt.Wishes.Language ?? prompt.Language;
        if (prompt.Results.Count > 0)
            return SandboxTools.Report(prompt, language);
        switch (SandboxIntents.SmallTalk(prompt.User))
        {
            case SandboxIntent.Greet: return SandboxPhrases.Get("hello", language);
            case SandboxIntent.Thank: return SandboxPhrases.Get("welcome", language);
            case SandboxIntent.Help: return SandboxPhrases.Get("help", language);
            default: break;
        }
        if (prompt.User.Length == 0)
            return SandboxPhrases.Get(prompt.HasMedia ? "image" : "help", language);
        var parts = Intents(prompt).Take(MostIntents).Select(intent => Do(intent, prompt, language));
        return string.Join("\n\n", parts);
    }

    // The user's own words go first; the system prompt tells what to do with a bare text.
    private static List<SandboxIntent> Intents(SandboxPrompt prompt)
    {
        var intents = SandboxIntents.Of(prompt.Task);
        var again = prompt.Wishes.HasLength && prompt.Material.Length == 0 && prompt.Earlier.Count > 0 && prompt.Task.Length < LongestQuote;
        if (again && intents is [] or [SandboxIntent.Answer])
            return [SandboxIntent.Summarise]; // "and in three bullets?"
        if (intents.Count == 0)
            intents = SandboxIntents.Of(SandboxSplit.Of(prompt.System, taskElsewhere: false).Task);
        if (intents.Count == 0 && prompt.Material.Length > 0 && SandboxExtraction.Kinds(prompt.Task).Count > 0)
            return [SandboxIntent.Extract];
        return intents.Count > 0 ? intents : [prompt.Material.Length > 0 ? SandboxIntent.Summarise : prompt.Background.Length > 0 ? SandboxIntent.Answer : SandboxIntent.Help];
    }

    private static string Do(SandboxIntent intent, SandboxPrompt prompt, string language)
    {
        var task = prompt.Task.Length > 0 ? prompt.Task : prompt.System;
        if (intent == SandboxIntent.Answer && prompt.Material.Length > 0 && SandboxLanguages.IsAskedFor(prompt.Task))
            return SandboxLanguages.NameOf(SandboxLanguages.Of(prompt.Material));
        if (intent == SandboxIntent.Answer)
            return SandboxLookup.Of(prompt.Task.Length > 0 ? prompt.Task : prompt.Material, prompt.Background, prompt.Wishes, language);
        if (intent == SandboxIntent.Help)
            return SandboxPhrases.Get("help", language);
        var subject = prompt.Subject;
        if (intent == SandboxIntent.Draft)
            return SandboxDraft.Mail(task, subject, language);
        if (subject.Length == 0)
            return prompt.HasMedia ? SandboxPhrases.Get("image", language) : SandboxPhrases.Get("textless", language, SandboxSentences.Shorten(task.TrimEnd('.', ':', ' '), LongestQuote));
        return intent switch
        {
            SandboxIntent.Extract => SandboxExtraction.Of(task, subject, language),
            SandboxIntent.Classify => SandboxClassifier.Of(SandboxLabels.Of(task).Count > 1 ? task : prompt.System, subject, prompt.Wishes.Bare, language),
            SandboxIntent.Translate => Untranslated(subject, prompt.Language),
            SandboxIntent.Rewrite => SandboxDraft.Polish(subject),
            SandboxIntent.Count => SandboxCounting.Of(task, subject) ?? SandboxLookup.Of(task, subject, prompt.Wishes, language),
            _ => Summary(subject, prompt, language),
        };
    }

    private static string Summary(string subject, SandboxPrompt prompt, string language)
    {
        var summary = SandboxSummary.Of(subject, prompt.Wishes);
        var foreign = prompt.Wishes.Language is { } wished && wished != SandboxLanguages.Of(subject, wished);
        return foreign ? $"{summary}\n\n{SandboxPhrases.Get("sameLanguage", language)}" : summary;
    }

    private static string Untranslated(string subject, string language)
    {
        var parts = SandboxSentences.Split(subject).Take(20).Select((sentence, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {SandboxSentences.Shorten(sentence)}"));
        return $"{SandboxPhrases.Get("untranslated", language)}\n{string.Join('\n', parts)}";
    }
}
