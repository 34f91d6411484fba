using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MicroApps.Testing;

/// <summary>A chat model that answers what the test says and remembers what it was asked. Without a script it echoes the last message.</summary>
/// <remarks>Set it up before it is called; calls may then run at the same time.</remarks>
public sealed class FakeChatClient : IChatClient
{
    private readonly List<FakeChatRequest> _requests = [];
    private readonly ChatClientMetadata _metadata;

    /// <summary>A client that reports this provider, endpoint and default model.</summary>
    public FakeChatClient(string provider = "openai", string model = "gpt-4o-mini", Uri? endpoint = null) =>
        _metadata = new ChatClientMetadata(provider, endpoint ?? new Uri("https://models.example/v1"), model);

    /// <summary>What it was asked so far, the oldest first.</summary>
    public IReadOnlyList<FakeChatRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>The one request that it got.</summary>
    /// <exception cref="InvalidOperationException">It got none or several.</exception>
    public FakeChatRequest Request => Requests.Single();

    /// <summary>Makes the updates of an answer; a whole answer is put together from the same updates.</summary>
    public Func<FakeChatRequest, IEnumerable<ChatResponseUpdate>> Script { get; set; } = static r => [new ChatResponseUpdate(ChatRole.Assistant, r.LastText)];

    /// <summary>Runs before each answer begins, for instance to look at the stores or to invoke a tool; null for nothing.</summary>
    public Func<FakeChatRequest, CancellationToken, Task>? BeforeAnswer { get; set; }

    /// <summary>Throws <see cref="Failure"/> instead of giving the update with this index; null never does.</summary>
    public int? FailAt { get; set; }

    /// <summary>Waits for the call's cancellation instead of giving the update with this index; null never does.</summary>
    public int? HangAt { get; set; }

    /// <summary>What <see cref="FailAt"/> throws.</summary>
    public Exception Failure { get; set; } = new HttpRequestException("The model is out of order.");

    /// <summary>How many streams were opened and not closed again.</summary>
    public int OpenStreams { get; private set; }

    /// <summary>Whether it was disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Answers with this text, in these chunks.</summary>
    /// <returns>The same client, for chaining.</returns>
    public FakeChatClient Answer(params string[] chunks) => Answer([.. chunks.Select(c => (AIContent)new TextContent(c))]);

    /// <summary>Answers with these contents, each in an update of its own.</summary>
    /// <returns>The same client, for chaining.</returns>
    public FakeChatClient Answer(params AIContent[] contents)
    {
        Script = _ => contents.Select(c => new ChatResponseUpdate(ChatRole.Assistant, [c]));
        return this;
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in AnswerAsync(Note(messages, options, isStreaming: false), cancellationToken).ConfigureAwait(false))
            updates.Add(update);
        return updates.ToChatResponse();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(Note(messages, options, isStreaming: true), cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => IsDisposed = true;

    private async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(FakeChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OpenStreams++;
        try
        {
            if (BeforeAnswer is { } before)
                await before(request, cancellationToken).ConfigureAwait(false);
            var index = 0;
            foreach (var update in Script(request))
            {
                await DisturbAsync(index++, cancellationToken).ConfigureAwait(false);
                yield return update;
            }

            await DisturbAsync(index, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            OpenStreams--;
        }
    }

    private async Task DisturbAsync(int index, CancellationToken cancellationToken)
    {
        if (index == FailAt)
            throw Failure;
        if (index == HangAt)
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
    }

    private FakeChatRequest Note(IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreaming)
    {
        var request = new FakeChatRequest([.. messages], options, isStreaming);
        lock (_requests)
            _requests.Add(request);
        return request;
    }
}
