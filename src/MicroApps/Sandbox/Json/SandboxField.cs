using System.Text;

namespace MicroApps;

/// <summary>A property to fill, with what its name and description are about.</summary>
internal sealed class SandboxField(string name, string description)
{
    private static readonly HashSet<string> s_free = [.. SandboxWords.Terms("query text body message content note comment reason instruction search title summary detail prompt")];

    public string Name => name;

    /// <summary>The name in words: <c>dueDate</c> and <c>due_date</c> are "due Date" and "due date".</summary>
    public string Words { get; } = Spelled(name);

    public IReadOnlyList<string> NameTerms { get; } = [.. SandboxWords.Terms(Spelled(name))];

    public IReadOnlyList<string> Terms { get; } = [.. SandboxWords.Terms($"{Spelled(name)} {description}").Distinct()];

    /// <summary>The kind of thing the name tells, the last word first ("order date" is a date); else the description's first.</summary>
    public SandboxKind Kind { get; } = KindOf(SandboxWords.Terms(Spelled(name)).Reverse().ToList(), description);

    /// <summary>Whether the name is about <paramref name="concept"/>.</summary>
    public bool IsAbout(string concept) => NameTerms.Contains(concept);

    /// <summary>Whether the name is that of a free text ("message", "reason"), whatever else stands in it.</summary>
    public bool IsFree => IsFreeText(NameTerms.LastOrDefault(""));

    /// <summary>An identifier as words.</summary>
    public static string Spelled(string identifier)
    {
        var words = new StringBuilder(identifier.Length + 8);
        for (var i = 0; i < identifier.Length; i++)
        {
            var c = identifier[i];
            if (i > 0 && char.IsUpper(c) && (char.IsLower(identifier[i - 1]) || (i + 1 < identifier.Length && char.IsLower(identifier[i + 1]))))
                words.Append(' ');
            words.Append(c is '_' or '-' or '.' ? ' ' : c);
        }
        return words.ToString();
    }

    private static SandboxKind KindOf(List<string> nameFromBack, string description) =>
        nameFromBack.Count > 0 && IsFreeText(nameFromBack[0]) ? SandboxKind.Text
        : nameFromBack.Concat(SandboxWords.Terms(description)).Select(SandboxExtraction.Kind).FirstOrDefault(kind => kind != SandboxKind.Text);

    private static bool IsFreeText(string term) => s_free.Contains(term);
}
