using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>
/// The built-in chat model, with which a new app works before any real model is approved: deterministic, offline, pure managed code. It summarises,
/// extracts, classifies, answers from given text, drafts, calls tools and fills JSON schemas; it knows nothing beyond the messages.
/// </summary>
/// <remarks>
/// The same messages and options give the same answer, byte for byte, apart from the time of creation. Free-text answers end with
/// "(sandbox model)"; answers in a form that a program reads (JSON, one word, "only the label") show their origin in the model id alone.
/// Safe for use by several threads at once; the time is linear in the length of the messages.
/// </remarks>
public sealed class SandboxChatClient : IChatClient
{
    internal const string Provider = "sandbox";
    internal const string Model = "sandbox-1";

    private static readonly ChatClientMetadata s_metadata = new(Provider, null, Model);

    private readonly TimeProvider _time;

    /// <summary>Creates the model; <paramref name="timeProvider"/> serves the time of creation of responses alone.</summary>
    public SandboxChatClient(TimeProvider? timeProvider = null) => _time = timeProvider ?? TimeProvider.System;

    /// <summary>Answers <paramref name="messages"/> with one message: text, or calls of the tools in the options.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<ChatResponse>(cancellationToken);
        var (output, id) = Answer(messages, options);
        List<AIContent> contents = [.. output.Calls];
        if (output.Text.Length > 0 || contents.Count == 0)
            contents.Insert(0, new TextContent(output.Text));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, contents) { MessageId = id + "-m", CreatedAt = _time.GetUtcNow() })
        {
            ResponseId = id, ModelId = Model, CreatedAt = _time.GetUtcNow(), FinishReason = output.FinishReason, Usage = output.Usage,
        });
    }

    /// <summary>Gives the same answer as <see cref="GetResponseAsync"/> word by word; the last update carries the finish reason and the usage.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, also between two words.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return Stream(messages, options, cancellationToken);
    }

    /// <summary>Gives the <see cref="ChatClientMetadata"/> or this client itself; otherwise null.</summary>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? s_metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: there is nothing to free.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> Stream(IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask.ConfigureAwait(false); // nothing to wait for: all is computed here
        var (output, id) = Answer(messages, options);
        var created = _time.GetUtcNow();
        foreach (var chunk in SandboxOutput.Chunks(output.Text))
        {
            yield return Update(new TextContent(chunk));
            cancellationToken.ThrowIfCancellationRequested();
        }
        foreach (var call in output.Calls)
            yield return Update(call);
        var last = Update(new UsageContent(output.Usage));
        last.FinishReason = output.FinishReason;
        yield return last;

        ChatResponseUpdate Update(AIContent content) => new(ChatRole.Assistant, [content]) { ResponseId = id, MessageId = id + "-m", ModelId = Model, CreatedAt = created };
    }

    private static (SandboxOutput Output, string Id) Answer(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var prompt = SandboxPrompt.Read(messages, options);
        return (SandboxOutput.Of(SandboxModel.Reply(prompt, options), prompt, options), "sandbox-" + prompt.Hash.ToString("x16", CultureInfo.InvariantCulture));
    }
}
