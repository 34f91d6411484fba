using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>The chat surface: turns chat requests into governed calls and back.</summary>
internal sealed class GovernedChatClient(IChatClient inner, MicroApp app, ChatGovernanceOptions governance) : IChatClient
{
    private readonly ChatClientMetadata? _metadata = inner.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var chat = await BeginAsync(messages, options, isStreaming: false, cancellationToken).ConfigureAwait(false);
        var processor = new ChatResponseProcessor(chat);
        ChatResponse response;
        try
        {
            var (outgoing, outgoingOptions) = chat.Outgoing();
            response = processor.Process(await inner.GetResponseAsync(outgoing, outgoingOptions, cancellationToken).ConfigureAwait(false));
            chat.Call.Status = CallStatus.Completed;
        }
        catch (Exception e)
        {
            Fail(chat.Call, e);
            throw;
        }
        finally
        {
            await EndAsync(chat.Call, processor).ConfigureAwait(false);
        }

        response.AdditionalProperties![ProvenanceStamp.PropertyName] = chat.Call.Stamp;
        return response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chat = await BeginAsync(messages, options, isStreaming: true, cancellationToken).ConfigureAwait(false);
        var processor = new ChatResponseProcessor(chat);
        var call = chat.Call;
        IAsyncEnumerator<ChatResponseUpdate>? updates = null;
        try
        {
            updates = Open(chat, cancellationToken);
            while (await NextAsync(call, updates, cancellationToken).ConfigureAwait(false))
            {
                var update = Process(call, processor, updates.Current, out var before);
                if (before is not null)
                    yield return before;
                yield return update;
            }

            if (Finish(call, processor) is { } rest)
                yield return rest;
            await EndAsync(call, processor).ConfigureAwait(false);
            yield return processor.Last(call.Stamp);
        }
        finally
        {
            // Still running here: the caller stopped reading. The inner stream is closed first, so that the provider stops as well.
            if (call.Status == CallStatus.Running)
                call.Status = CallStatus.Cancelled;
            try
            {
                if (updates is not null)
                    await updates.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                await EndAsync(call, processor).ConfigureAwait(false);
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is null && serviceType.IsInstanceOfType(this))
            return this;
        if (serviceKey is null && serviceType == typeof(ChatClientMetadata))
            return _metadata;
        if (serviceKey is null && serviceType == typeof(MicroApp))
            return app;
        return governance.ExposeInnerClient ? inner.GetService(serviceType, serviceKey) : null;
    }

    public void Dispose() => inner.Dispose();

    private async ValueTask<ChatCall> BeginAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreaming, CancellationToken cancellationToken)
    {
        var chat = ChatCall.Read(app, _metadata, messages, options, isStreaming);
        if (options?.RawRepresentationFactory is not null && !governance.AllowRawRequestOptions)
            chat.Call.Objection = RawOptions;
        else if (options?.ConversationId is not null && chat.Call.ConversationId is null)
            chat.Call.Objection = UnnamedConversation;
        await app.EnsureStartedAsync(cancellationToken).ConfigureAwait(false);
        await app.Pipeline.BeginAsync(chat.Call, cancellationToken).ConfigureAwait(false);
        return chat;
    }

    private IAsyncEnumerator<ChatResponseUpdate> Open(ChatCall chat, CancellationToken cancellationToken)
    {
        try
        {
            var (outgoing, options) = chat.Outgoing();
            return inner.GetStreamingResponseAsync(outgoing, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception e)
        {
            Fail(chat.Call, e);
            throw;
        }
    }

    private async ValueTask<bool> NextAsync(GovernedCall call, IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (GuardPipeline.IsCheckDue(call))
                await app.Pipeline.ContinueAsync(call, cancellationToken).ConfigureAwait(false);
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(call, e);
            throw;
        }
    }

    private static ChatResponseUpdate Process(GovernedCall call, ChatResponseProcessor processor, ChatResponseUpdate update, out ChatResponseUpdate? before)
    {
        try
        {
            return processor.Process(update, out before);
        }
        catch (Exception e)
        {
            Fail(call, e);
            throw;
        }
    }

    private static ChatResponseUpdate? Finish(GovernedCall call, ChatResponseProcessor processor)
    {
        try
        {
            var rest = processor.Rest();
            call.Status = CallStatus.Completed;
            return rest;
        }
        catch (Exception e)
        {
            Fail(call, e);
            throw;
        }
    }

    private async ValueTask EndAsync(GovernedCall call, ChatResponseProcessor processor)
    {
        if (call.EndedAt is not null)
            return;
        if (processor.ReportedUsage() is { } usage)
            call.Usage = usage;
        app.Pipeline.Conclude(call);
        await app.Pipeline.WriteOutcomeAsync(call).ConfigureAwait(false);
    }

    private static void Fail(GovernedCall call, Exception exception)
    {
        if (call.Status != CallStatus.Running)
            return;
        call.Status = exception is OperationCanceledException ? CallStatus.Cancelled : CallStatus.Failed;
        call.ErrorType = exception.GetType().Name;
    }

    private static Refusal UnnamedConversation { get; } = new(
        "chat.unnamed-conversation",
        "ChatOptions.ConversationId says that the provider keeps the history, and that history holds placeholders whose values would be lost.",
        "Name the conversation with options.InConversation(id), with an id that stays the same from call to call.");

    private static Refusal RawOptions { get; } = new(
        "chat.raw-options",
        "ChatOptions.RawRepresentationFactory makes a provider's own request, which no guard can read.",
        "Set what you need through ChatOptions itself, or let the platform team allow it with ChatGovernanceOptions.AllowRawRequestOptions.");
}
