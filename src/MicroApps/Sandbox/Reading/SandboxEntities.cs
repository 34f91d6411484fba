using System.Text.RegularExpressions;

namespace MicroApps;

/// <summary>What a found thing is.</summary>
internal enum SandboxKind { Text, Email, Url, Date, Time, Money, Percent, Phone, Id, Person, Number, Placeholder, Keyword, Action, Question }

/// <summary>A thing found in a text.</summary>
internal readonly record struct SandboxEntity(SandboxKind Kind, int Start, string Text)
{
    public int End => Start + Text.Length;
}

/// <summary>Finds e-mails, dates, amounts, names and the like; also the placeholders that stand for them.</summary>
internal static class SandboxEntities
{
    private static readonly (SandboxKind Kind, Regex Pattern)[] s_patterns =
    [
        (SandboxKind.Email, SandboxPatterns.Email()), (SandboxKind.Url, SandboxPatterns.Url()), (SandboxKind.Date, SandboxPatterns.Date()),
        (SandboxKind.Money, SandboxPatterns.Money()), (SandboxKind.Percent, SandboxPatterns.Percent()), (SandboxKind.Time, SandboxPatterns.Time()),
        (SandboxKind.Id, SandboxPatterns.Id()), (SandboxKind.Phone, SandboxPatterns.Phone()), (SandboxKind.Number, SandboxPatterns.Number()),
    ];

    /// <summary>Everything found in <paramref name="text"/>, in order, without overlaps; earlier kinds win over later ones.</summary>
    public static List<SandboxEntity> Find(string text)
    {
        var taken = new bool[text.Length];
        var found = new List<SandboxEntity>();
        foreach (var placeholder in Placeholders(text))
            Take(placeholder, taken, found);
        foreach (var (kind, pattern) in s_patterns)
            foreach (var match in pattern.EnumerateMatches(text))
                if (kind != SandboxKind.Phone || IsPhone(text.AsSpan(match.Index, match.Length)))
                    Take(new(kind, match.Index, text.Substring(match.Index, match.Length)), taken, found);
        foreach (var name in SandboxNames.Find(text))
            Take(name, taken, found);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The kind a placeholder stands for, by its name.</summary>
    public static SandboxKind KindOf(string placeholder) => placeholder.AsSpan(1) switch
    {
        ['E', 'M', 'A', 'I', 'L', ..] => SandboxKind.Email,
        ['P', 'H', 'O', 'N', 'E', ..] or ['T', 'E', 'L', ..] => SandboxKind.Phone,
        ['P', 'E', 'R', 'S', 'O', 'N', ..] or ['N', 'A', 'M', 'E', ..] => SandboxKind.Person,
        ['D', 'A', 'T', 'E', ..] => SandboxKind.Date,
        ['U', 'R', 'L', ..] => SandboxKind.Url,
        _ => SandboxKind.Placeholder,
    };

    private static IEnumerable<SandboxEntity> Placeholders(string text)
    {
        for (var i = text.IndexOf('['); i >= 0; i = text.IndexOf('[', i + 1))
            if (SandboxWords.PlaceholderLength(text, i) is > 0 and var length)
                yield return new(KindOf(text.Substring(i, length)), i, text.Substring(i, length));
    }

    private static void Take(SandboxEntity entity, bool[] taken, List<SandboxEntity> found)
    {
        var span = taken.AsSpan(entity.Start, entity.Text.Length);
        if (span.Contains(true))
            return;
        span.Fill(true);
        found.Add(entity);
    }

    private static bool IsPhone(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits is >= 7 and <= 15;
    }
}
