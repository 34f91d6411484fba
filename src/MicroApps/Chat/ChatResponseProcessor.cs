using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Takes a response through the guards, whole or in updates, by one and the same path. What needs no change is passed on by reference.</summary>
internal sealed class ChatResponseProcessor(ChatCall chat)
{
    private static readonly string[] s_cacheWrites = ["CacheCreationInputTokens", "cache_creation_input_tokens", "gen_ai.usage.cache_write.input_tokens"];
    private readonly GovernedCall _call = chat.Call;
    private ResponseText? _text;
    private string? _messageId;
    private ChatResponseUpdate? _last;
    private UsageDetails? _usage;

    /// <summary>Processes a whole response into a new one.</summary>
    public ChatResponse Process(ChatResponse response)
    {
        NoteIds(response.ModelId, response.ResponseId);
        _usage = response.Usage;
        var messages = new List<ChatMessage>(response.Messages.Count);
        foreach (var message in response.Messages)
        {
            var contents = ProcessContents(message.Contents, isWhole: true);
            if (Flush() is { } rest)
                (contents ??= [.. message.Contents]).Add(rest);
            messages.Add(contents is null ? message : With(message, Merge(contents)));
        }

        return new ChatResponse(messages)
        {
            ResponseId = response.ResponseId,
            ConversationId = response.ConversationId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = response.FinishReason,
            Usage = response.Usage,
            ContinuationToken = response.ContinuationToken,
            RawRepresentation = response.RawRepresentation,
            AdditionalProperties = response.AdditionalProperties?.Clone() ?? [],
        };
    }

    /// <summary>Processes one update of a stream.</summary>
    /// <param name="update">The inner client's update; it is not changed.</param>
    /// <param name="before">An update that must go first: the rest of the message before this one.</param>
    public ChatResponseUpdate Process(ChatResponseUpdate update, out ChatResponseUpdate? before)
    {
        NoteIds(update.ModelId, update.ResponseId);
        before = null;
        if (update.MessageId is { } id && id != _messageId)
        {
            if (_messageId is not null)
                before = Flush() is { } held ? Follow(held) : null;
            _messageId = id;
        }

        _last = update;
        var contents = ProcessContents(update.Contents, isWhole: false);
        if (update.FinishReason is not null && Flush() is { } rest)
            (contents ??= [.. update.Contents]).Insert(TextEnd(contents), rest);
        if (contents is null)
            return update;

        var copy = update.Clone();
        copy.Contents = contents;
        return copy;
    }

    /// <summary>The end of a stream's text: what was held back; null when nothing was.</summary>
    public ChatResponseUpdate? Rest() => Flush() is { } rest ? Follow(rest) : null;

    /// <summary>The update that ends a stream and carries the stamp. It names no message: what it carries belongs to the whole response.</summary>
    public ChatResponseUpdate Last(ProvenanceStamp? stamp) => new()
    {
        ResponseId = _last?.ResponseId,
        ConversationId = _last?.ConversationId,
        CreatedAt = _last?.CreatedAt,
        ModelId = _last?.ModelId,
        AdditionalProperties = new() { [ProvenanceStamp.PropertyName] = stamp },
    };

    /// <summary>What the provider says was used; null when it says nothing, or not all.</summary>
    public CallUsage? ReportedUsage() => _usage is { InputTokenCount: { } input, OutputTokenCount: { } output }
        ? new CallUsage(Sane(input), Sane(output), Math.Min(Sane(_usage.CachedInputTokenCount), Sane(input)), Math.Min(Sane(_usage.ReasoningTokenCount), Sane(output)), UsageSource.Provider)
        {
            CacheWriteTokens = CacheWrites(_usage),
        }
        : null;

    // There is no property for it: clients report it under a name of their own.
    private static long CacheWrites(UsageDetails usage)
    {
        foreach (var name in s_cacheWrites)
        {
            if (usage.AdditionalCounts?.TryGetValue(name, out var count) is true)
                return Math.Clamp(count, 0, Math.Max(0, Sane(usage.InputTokenCount) - Sane(usage.CachedInputTokenCount)));
        }

        return 0;
    }

    private List<AIContent>? ProcessContents(IList<AIContent> contents, bool isWhole)
    {
        List<AIContent>? rebuilt = null;
        for (var i = 0; i < contents.Count; i++)
        {
            var content = contents[i];
            var (before, processed) = ProcessContent(content, isWhole);
            if (before is not null || !ReferenceEquals(processed, content))
                rebuilt ??= [.. contents.Take(i)];
            if (before is not null)
                rebuilt!.Add(before);
            if (processed is not null)
                rebuilt?.Add(processed);
        }

        return rebuilt;
    }

    private (AIContent? Before, AIContent? Processed) ProcessContent(AIContent content, bool isWhole)
    {
        switch (content)
        {
            case TextContent text:
                return (Switch(ResponseTextKind.Answer), _text!.Append(text, text.Text, isWhole));
            case TextReasoningContent reasoning:
                return (Switch(ResponseTextKind.Reasoning), _text!.Append(reasoning, reasoning.Text, isWhole));
            case UsageContent usage:
                (_usage ??= new()).Add(usage.Details);
                return (null, content);
            case FunctionCallContent call:
                return (Flush(), ProcessCall(call));
            case ToolApprovalRequestContent { ToolCall: FunctionCallContent call } request:
                var approved = ProcessCall(call);
                return (Flush(), ReferenceEquals(approved, call) ? request : new ToolApprovalRequestContent(request.RequestId, approved));
            default:
                return (Flush(), content);
        }
    }

    private FunctionCallContent ProcessCall(FunctionCallContent call)
    {
        chat.AddToolCalled(call.Name);
        var arguments = call.Arguments is null ? null : chat.RestoreArguments(call.Name, call.Arguments);
        return arguments is null
            ? call
            : new FunctionCallContent(call.CallId, call.Name, arguments)
            {
                Exception = call.Exception,
                InformationalOnly = call.InformationalOnly,
                Annotations = call.Annotations,
                AdditionalProperties = call.AdditionalProperties,
                RawRepresentation = call.RawRepresentation,
            };
    }

    // Text of another kind ends the text before it.
    private AIContent? Switch(ResponseTextKind kind)
    {
        if (_text?.Kind == kind)
            return null;

        var rest = Flush();
        _text = new ResponseText(_call.App.Pipeline.CreateChain(_call, kind), kind);
        return rest;
    }

    private AIContent? Flush()
    {
        var rest = _text?.Complete();
        _text = null;
        return rest;
    }

    private ChatResponseUpdate Follow(AIContent content) => new()
    {
        AuthorName = _last?.AuthorName,
        Role = _last?.Role ?? ChatRole.Assistant,
        Contents = [content],
        ResponseId = _last?.ResponseId,
        MessageId = _messageId ?? _last?.MessageId,
        ConversationId = _last?.ConversationId,
        CreatedAt = _last?.CreatedAt,
        ModelId = _last?.ModelId,
    };

    private void NoteIds(string? modelId, string? responseId)
    {
        _call.ResponseModelId = modelId is null ? _call.ResponseModelId : SafeText.Name(modelId);
        _call.ResponseId = responseId is null ? _call.ResponseId : SafeText.Name(responseId);
    }

    private static int TextEnd(List<AIContent> contents)
    {
        var last = contents.FindLastIndex(c => c is TextContent or TextReasoningContent);
        return last + 1;
    }

    // What was held back at the end of a whole message belongs to the text before it.
    private static List<AIContent> Merge(List<AIContent> contents)
    {
        for (var i = contents.Count - 1; i > 0; i--)
        {
            if (contents[i] is TextContent { Annotations: null, AdditionalProperties: null, RawRepresentation: null } rest && contents[i - 1] is TextContent head)
            {
                contents[i - 1] = new TextContent(head.Text + rest.Text)
                {
                    Annotations = head.Annotations,
                    AdditionalProperties = head.AdditionalProperties,
                    RawRepresentation = head.RawRepresentation,
                };
                contents.RemoveAt(i);
            }
        }

        return contents;
    }

    private static ChatMessage With(ChatMessage message, List<AIContent> contents)
    {
        var copy = message.Clone();
        copy.Contents = contents;
        return copy;
    }

    private static long Sane(long? tokens) => Math.Clamp(tokens ?? 0, 0, 1_000_000_000);
}
