using System.Text;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>A chat request, read: what is asked, about which text, in which form.</summary>
internal sealed class SandboxPrompt
{
    /// <summary>What free-text answers end with.</summary>
    public const string Marker = "(sandbox model)";

    private const int WorthReading = 60;

    private readonly StringBuilder _system = new();
    private readonly List<string> _earlier = [];
    private readonly List<FunctionCallContent> _calls = [];
    private readonly List<FunctionResultContent> _results = [];

    private SandboxPrompt(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        Add(_system, SandboxContents.Clean(options?.Instructions));
        foreach (var message in messages)
            if (message is not null)
                Take(message);
        User = User.Trim();
        System = _system.ToString();
        var systemAsks = SandboxIntents.Of(SandboxSplit.Of(System, taskElsewhere: false).Task).Count > 0;
        (Task, Material) = SandboxIntents.SmallTalk(User) != SandboxIntent.None ? new(User, "") : SandboxSplit.Of(User, systemAsks);
        Language = SandboxLanguages.Of(Task.Length > 0 ? Task : Material, SandboxLanguages.Of(Material));
        Wishes = SandboxWishes.Read(Task, System);
        Hash = SandboxHash.Of(this, options);
    }

    /// <summary>The system prompt and <see cref="ChatOptions.Instructions"/>.</summary>
    public string System { get; }

    /// <summary>The last message of the user.</summary>
    public string User { get; private set; } = "";

    /// <summary>The part of <see cref="User"/> that asks.</summary>
    public string Task { get; }

    /// <summary>The part of <see cref="User"/> that is asked about.</summary>
    public string Material { get; }

    /// <summary>ISO 639-1 code of the language to answer in, by the request; <see cref="SandboxWishes.Language"/> goes before it.</summary>
    public string Language { get; }

    /// <summary>The form that was asked for.</summary>
    public SandboxWishes Wishes { get; }

    /// <summary>Whether the last user message holds something other than text.</summary>
    public bool HasMedia { get; private set; }

    /// <summary>Texts of earlier turns, oldest first.</summary>
    public IReadOnlyList<string> Earlier => _earlier;

    /// <summary>Tool calls since the last user message.</summary>
    public IReadOnlyList<FunctionCallContent> Calls => _calls;

    /// <summary>Tool results since the last user message.</summary>
    public IReadOnlyList<FunctionResultContent> Results => _results;

    /// <summary>Characters of all that was sent.</summary>
    public long Characters { get; private set; }

    /// <summary>A number that is the same for the same request.</summary>
    public ulong Hash { get; }

    /// <summary>Reads <paramref name="messages"/> once.</summary>
    public static SandboxPrompt Read(IEnumerable<ChatMessage> messages, ChatOptions? options) => new(messages, options);

    /// <summary>The text to work on: what came with the request, else what was given before.</summary>
    public string Subject
    {
        get
        {
            if (Material.Length > 0)
                return Material;
            if (_results.Count > 0)
                return string.Join("\n", _results.Select(SandboxContents.Text));
            var earlier = _earlier.LastOrDefault(text => text.Length >= WorthReading);
            return earlier is null ? SystemMaterial : SandboxSplit.Of(earlier, taskElsewhere: true) is { Material.Length: > 0 } split ? split.Material : earlier;
        }
    }

    /// <summary>All texts in which an answer may stand, the nearest first.</summary>
    public string Background => string.Join("\n\n", new[] { Material, string.Join("\n", _results.Select(SandboxContents.Text)) }
        .Concat(_earlier.AsEnumerable().Reverse()).Append(System).Where(text => text.Length > 0));

    private string SystemMaterial => SandboxSplit.Of(System, taskElsewhere: false).Material is { Length: >= WorthReading } material ? material : "";

    private void Take(ChatMessage message)
    {
        var text = new StringBuilder();
        var media = false;
        foreach (var content in message.Contents ?? [])
        {
            Characters += SandboxContents.Length(content);
            if (content is FunctionCallContent call)
                _calls.Add(call);
            else if (content is FunctionResultContent result)
                _results.Add(result);
            else if (SandboxContents.TextOf(content) is { } part)
                Add(text, part);
            else
                media |= content is DataContent or UriContent;
        }
        if (message.Role == ChatRole.System)
            Add(_system, text.ToString());
        else if (message.Role == ChatRole.User)
            StartTurn(text.ToString(), media);
        else if (text.Length > 0)
            _earlier.Add(text.Replace(Marker, "").ToString().Trim());
    }

    private void StartTurn(string text, bool media)
    {
        if (User.Length > 0)
            _earlier.Add(User);
        (User, HasMedia) = (text, media);
        _calls.Clear();
        _results.Clear();
    }

    private static void Add(StringBuilder target, string text)
    {
        if (text.Length > 0)
            target.Append(target.Length > 0 ? "\n" : "").Append(text);
    }
}
