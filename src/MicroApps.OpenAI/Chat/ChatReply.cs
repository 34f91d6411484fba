using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Gathers one answer, from a single completion or from the chunks of a stream: both have the same shape but for one field's name.</summary>
internal sealed class ChatReply(string part)
{
    public const string RefusalCode = "Refusal";

    private readonly ToolCallAssembler _calls = new();
    private readonly StringBuilder _refusal = new();
    private (UsageDetails Details, JsonElement Raw)? _usage;
    private string? _id;
    private string? _model;
    private DateTimeOffset? _createdAt;

    /// <summary>Whether any answer, however empty, has been seen.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether the server said why the answer ends.</summary>
    public bool IsFinished { get; private set; }

    public UsageDetails? Usage => _usage?.Details;

    /// <summary>Takes in a completion or chunk; null when it holds nothing but token counts, which <see cref="Complete"/> gives once.</summary>
    public ChatResponseUpdate? Add(JsonElement json)
    {
        _id ??= json.Text("id");
        _model = json.Text("model") ?? _model;
        _createdAt ??= Time(json.Number("created"));
        var choice = FirstChoice(json);
        // Some servers repeat a running total in every chunk: only the last one counts.
        if (ChatUsage.Read(json.Property("usage")) is { } usage)
        {
            _usage = (usage, json);
            if (choice is null)
                return null;
        }

        var update = Update(json);
        if (choice is not { } chosen)
            return update;
        HasBegun = true;
        AddContents(update.Contents, chosen.Property(part) ?? default);
        if (chosen.Text("finish_reason") is { } reason)
            Finish(update, reason);
        return update;
    }

    /// <summary>What is left when no more comes: token counts, and tool calls that no finish reason closed; null if nothing is.</summary>
    public ChatResponseUpdate? Complete()
    {
        var update = Update(_usage?.Raw);
        Flush(update.Contents);
        if (_usage is { } usage)
            update.Contents.Add(new UsageContent(usage.Details));
        return update.Contents.Count > 0 ? update : null;
    }

    private ChatResponseUpdate Update(JsonElement? raw) => new()
    {
        Role = ChatRole.Assistant,
        ResponseId = _id,
        MessageId = _id,
        ModelId = _model,
        CreatedAt = _createdAt,
        RawRepresentation = raw,
    };

    private void AddContents(IList<AIContent> contents, JsonElement delta)
    {
        if ((delta.Text("reasoning_content") ?? delta.Text("reasoning")) is { } thought)
            contents.Add(new TextReasoningContent(thought));
        if (delta.Text("content") is { } text)
            contents.Add(new TextContent(text));
        foreach (var piece in delta.Items("content"))
            if (piece.Text("text") is { } partText)
                contents.Add(new TextContent(partText));
        _refusal.Append(delta.Text("refusal"));
        foreach (var call in delta.Items("tool_calls"))
            _calls.Add(call);
    }

    private void Finish(ChatResponseUpdate update, string reason)
    {
        IsFinished = true;
        update.FinishReason = reason is "function_call" ? ChatFinishReason.ToolCalls : new ChatFinishReason(reason);
        Flush(update.Contents);
    }

    private void Flush(IList<AIContent> contents)
    {
        foreach (var call in _calls.Take(_id))
            contents.Add(call);
        if (_refusal.Length > 0)
            contents.Add(new ErrorContent(_refusal.ToString()) { ErrorCode = RefusalCode });
        _refusal.Clear();
    }

    // With n > 1 the further choices are alternatives; an answer is one of them, never a mixture.
    private static JsonElement? FirstChoice(JsonElement json)
    {
        foreach (var choice in json.Items("choices"))
            if (choice.Number("index") is null or 0)
                return choice;
        return null;
    }

    private static DateTimeOffset? Time(long? seconds) =>
        seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;
}
