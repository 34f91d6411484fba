using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>One chat request on its way through the guards: the neutral call, and what will be sent.</summary>
internal sealed class ChatCall
{
    private readonly IReadOnlyList<ChatMessage> _messages;
    private readonly ChatOptions? _options;
    private readonly TextVisitor _visitor;
    private readonly List<TextPart> _parts;
    private readonly HashSet<string>? _toolNames;
    private readonly bool _hasForeign;

    private readonly Lock _tools = new();

    private ChatCall(GovernedCall call, IReadOnlyList<ChatMessage> messages, bool hasForeign, ChatOptions? options, TextVisitor visitor, List<TextPart> parts)
    {
        Call = call;
        _hasForeign = hasForeign;
        _messages = messages;
        _options = options;
        _visitor = visitor;
        _parts = parts;
        _toolNames = options?.Tools?.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
    }

    public GovernedCall Call { get; }

    /// <summary>Reads a request. Messages are enumerated once; nothing of the caller's is changed.</summary>
    public static ChatCall Read(MicroApp app, ChatClientMetadata? metadata, IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreaming)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] read = [.. messages];
        var parts = new List<TextPart>(read.Length + 1);
        var visitor = TextVisitor.Collect(parts);
        // Collecting changes no text: what is rebuilt all the same holds raw objects or annotations of earlier answers, or a tool's exception.
        var hasForeign = !ReferenceEquals(ChatRequestWalker.Walk(read, visitor), read);
        ChatRequestWalker.Walk(options, visitor, static (tool, _) => tool);
        var target = new CallTarget(options?.ModelId ?? metadata?.DefaultModelId ?? "", metadata?.ProviderName ?? "", metadata?.ProviderUri);
        var call = new GovernedCall(app, Surface.Chat, target, parts, app.TimeProvider.GetUtcNow())
        {
            UserId = ChatCallProperties.FindUser(options),
            ConversationId = ChatCallProperties.FindConversation(options),
            IsStreaming = isStreaming,
            UnscannableCount = visitor.UnscannableCount,
            UnscannableBytes = visitor.UnscannableBytes,
            MaxOutputTokens = options?.MaxOutputTokens,
            ToolCount = options?.Tools?.Count ?? 0,
            MessageCount = read.Length,
        };
        return new ChatCall(call, read, hasForeign, options, visitor, parts);
    }

    /// <summary>What is sent: the caller's own objects where nothing changed.</summary>
    public (IReadOnlyList<ChatMessage> Messages, ChatOptions? Options) Outgoing()
    {
        // Nothing was redacted and nothing has to be left out: the second walk is not worth its time.
        if (!_parts.Exists(static p => p.IsChanged) && !_hasForeign
            && _options?.Tools is null or { Count: 0 } && _options?.AdditionalProperties is null or { Count: 0 })
        {
            return (_messages, Adjust(_options));
        }

        var visitor = TextVisitor.Replace(_visitor);
        var messages = ChatRequestWalker.Walk(_messages, visitor);
        var options = ChatRequestWalker.Walk(_options, visitor, Govern);
        return (messages, Adjust(options));
    }

    /// <summary>Puts originals into a tool's arguments as far as the manifest lets the tool see them; null when nothing changes.</summary>
    public Dictionary<string, object?>? RestoreArguments(string tool, IEnumerable<KeyValuePair<string, object?>> arguments) =>
        Guarded(() => JsonRestorer.Restore(arguments, text => Call.App.Restore.Restore(Call, text, tool)));

    /// <summary>Redacts what a tool returned inside the inner client.</summary>
    public object? RedactResult(object? result)
    {
        var parts = new List<TextPart>();
        var visitor = TextVisitor.Collect(parts);
        var read = JsonWalker.Walk(result, TextOrigin.ToolResult, visitor);
        Guarded(() =>
        {
            Call.App.RedactLate(Call, parts);
            return parts;
        });
        return parts.Exists(static p => p.IsChanged) ? JsonWalker.Walk(result, TextOrigin.ToolResult, TextVisitor.Replace(visitor)) : read;
    }

    /// <summary>A tool that the model asked for, by its name if the request declared it.</summary>
    public void AddToolCalled(string name) => Call.ToolsCalled.Add(_toolNames?.Contains(name) == true ? SafeText.Name(name) : "(undeclared)");

    // An inner client may invoke several tools at the same time; the call's counters are not made for that.
    private T Guarded<T>(Func<T> work)
    {
        lock (_tools)
            return work();
    }

    private AITool Govern(AITool tool, ToolTexts texts) => tool switch
    {
        AIFunction function => new GovernedFunction(function, this, texts),
        AIFunctionDeclaration declaration when !texts.IsEmpty => AIFunctionFactory.CreateDeclaration(
            declaration.Name, texts.Description ?? declaration.Description, texts.Schema ?? declaration.JsonSchema, texts.ReturnSchema ?? declaration.ReturnJsonSchema),
        _ when !texts.IsEmpty => throw new NotSupportedException($"The description of the tool '{SafeText.Name(tool.Name)}' holds values that must be redacted, and its kind cannot be copied. Remove them from the description."),
        _ => tool,
    };

    private ChatOptions? Adjust(ChatOptions? options)
    {
        var model = Call.Model is { Provider: not SandboxModelProvider.ProviderName } declared && (_options?.ModelId is not null || declared.Deployment is not null)
            ? declared.Deployment ?? declared.Id
            : options?.ModelId;
        if (options?.MaxOutputTokens == Call.MaxOutputTokens && options?.ModelId == model)
            return options;

        var copy = ReferenceEquals(options, _options) ? options?.Clone() ?? new ChatOptions() : options!;
        copy.MaxOutputTokens = Call.MaxOutputTokens;
        copy.ModelId = model;
        return copy;
    }
}
