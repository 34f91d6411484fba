namespace MicroApps;

/// <summary>A text that values are taken from, with what was found in it; remembers what was already taken.</summary>
internal sealed class SandboxSource(string text, SandboxPrompt prompt, bool isSegment = false, bool forTool = false)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private List<SandboxEntity>? _entities;
    private List<string>? _sentences;
    private HashSet<string>? _terms;

    public string Text => text;

    public SandboxPrompt Prompt => prompt;

    /// <summary>Whether this is one item of a longer text.</summary>
    public bool IsSegment => isSegment;

    /// <summary>Whether the values are arguments of a tool: the text is then a request, not a document.</summary>
    public bool ForTool => forTool;

    public IReadOnlyList<SandboxEntity> Entities => _entities ??= SandboxEntities.Find(text);

    public IReadOnlyList<string> Sentences => _sentences ??= SandboxSentences.Split(text);

    public IReadOnlySet<string> Terms => _terms ??= SandboxWords.Terms(text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The next value of a kind: one that was not taken before, for tools; else the first.</summary>
    public string? Next(Predicate<SandboxEntity> wanted, int skip = 0)
    {
        var all = Entities.Where(entity => wanted(entity)).ToList();
        var free = all.Where(entity => !_used.Contains(entity.Text)).ToList();
        var value = forTool || skip == 0 ? (free.Count > 0 ? free : forTool ? [] : all).FirstOrDefault().Text : all.Skip(skip).FirstOrDefault().Text;
        return Use(value);
    }

    /// <summary>Takes a value, unless a tool argument took it already.</summary>
    public string? Use(string? value) => string.IsNullOrWhiteSpace(value) || (!_used.Add(value) && forTool) ? null : value;
}
