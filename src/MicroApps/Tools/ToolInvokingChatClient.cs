using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Invokes the tools that the model asks for and goes on with their results.</summary>
internal sealed class ToolInvokingChatClient(IChatClient inner, int maxRounds) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (options?.Tools is not { Count: > 0 })
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);

        List<ChatMessage> history = [.. messages];
        List<ChatMessage> answered = [];
        UsageDetails? usage = null;
        for (var round = 1; ; round++)
        {
            var response = await base.GetResponseAsync(history, options, cancellationToken).ConfigureAwait(false);
            answered.AddRange(response.Messages);
            if (response.Usage is { } used)
                (usage ??= new()).Add(used);
            var calls = Invocable(response.Messages, options, round);
            if (calls.Count == 0)
            {
                response.Messages = answered;
                response.Usage = usage;
                return response;
            }

            var results = await InvokeAsync(calls, cancellationToken).ConfigureAwait(false);
            answered.Add(results);
            Continue(history, response.Messages, results, response.ConversationId);
            options = Next(options, response.ConversationId);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (options?.Tools is not { Count: > 0 })
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
                yield return update;
            yield break;
        }

        List<ChatMessage> history = [.. messages];
        for (var round = 1; ; round++)
        {
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in base.GetStreamingResponseAsync(history, options, cancellationToken).ConfigureAwait(false))
            {
                updates.Add(update);
                yield return update;
            }

            var response = updates.ToChatResponse();
            var calls = Invocable(response.Messages, options, round);
            if (calls.Count == 0)
                yield break;

            var results = await InvokeAsync(calls, cancellationToken).ConfigureAwait(false);
            yield return new ChatResponseUpdate(ChatRole.Tool, results.Contents) { MessageId = results.MessageId, ResponseId = response.ResponseId };
            Continue(history, response.Messages, results, response.ConversationId);
            options = Next(options, response.ConversationId);
        }
    }

    // All calls of the round, or none: a round that a person must decide on is theirs as a whole.
    private List<(FunctionCallContent Call, AIFunction? Tool)> Invocable(IList<ChatMessage> messages, ChatOptions options, int round)
    {
        var calls = messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Where(c => !c.InformationalOnly).ToList();
        if (calls.Count == 0 || round >= maxRounds)
            return [];

        var invocable = new List<(FunctionCallContent, AIFunction?)>(calls.Count);
        foreach (var call in calls)
        {
            var tool = options.Tools!.FirstOrDefault(t => string.Equals(t.Name, call.Name, StringComparison.Ordinal));
            if (tool is not null && (tool is not AIFunction || tool.GetService<ApprovalRequiredAIFunction>() is not null))
                return [];
            invocable.Add((call, tool as AIFunction));
        }

        return invocable;
    }

    private static async Task<ChatMessage> InvokeAsync(List<(FunctionCallContent Call, AIFunction? Tool)> calls, CancellationToken cancellationToken)
    {
        var contents = new List<AIContent>(calls.Count);
        foreach (var (call, tool) in calls)
            contents.Add(new FunctionResultContent(call.CallId, await InvokeAsync(call, tool, cancellationToken).ConfigureAwait(false)));
        return new ChatMessage(ChatRole.Tool, contents) { MessageId = Guid.CreateVersion7().ToString("N") };
    }

    // The model learns that it failed and may try differently; an exception's text, which may hold anything, stays here.
    private static async Task<object?> InvokeAsync(FunctionCallContent call, AIFunction? tool, CancellationToken cancellationToken)
    {
        if (tool is null)
            return "Error: there is no tool of this name.";
        if (call.Exception is not null)
            return "Error: the arguments could not be read.";

        try
        {
            return await tool.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return $"Error: the tool failed with {e.GetType().Name}.";
        }
    }

    private static void Continue(List<ChatMessage> history, IList<ChatMessage> answered, ChatMessage results, string? conversationId)
    {
        // A provider that keeps the conversation has the messages so far.
        if (conversationId is not null)
            history.Clear();
        else
            history.AddRange(answered);
        history.Add(results);
    }

    private static ChatOptions Next(ChatOptions options, string? conversationId)
    {
        var required = options.ToolMode is RequiredChatToolMode;
        if (!required && options.ConversationId == conversationId)
            return options;

        var next = options.Clone();
        next.ConversationId = conversationId;
        next.ToolMode = required ? null : next.ToolMode; // a demand for a tool is met once, or it would never end
        return next;
    }
}
