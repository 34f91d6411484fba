using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace MicroApps;

/// <summary>A chat client for OpenAI, Azure OpenAI and compatible servers, over the Chat Completions API of the official client.</summary>
/// <remarks>
/// <para>Safe for many calls at once. Connections come from a pool that lives as long as the process, so <see cref="Dispose"/> has nothing to
/// do and a client may be kept for good.</para>
/// <para>Failures are <see cref="ModelProviderException"/>; a cancelled call ends in <see cref="OperationCanceledException"/> and closes its
/// connection. Content that the API has no place for is refused with <see cref="NotSupportedException"/>, never dropped in silence.</para>
/// <para>Beyond <see cref="ChatOptions"/> it reads from <c>AdditionalProperties</c>: <c>strict</c> (of the call or a tool, a bool: hold to the
/// schema exactly), <c>user</c> (of the call: an opaque id of the end user), <c>detail</c> (of an image: low, high or auto).
/// <see cref="ChatOptions.RawRepresentationFactory"/> may give a <see cref="ChatCompletionOptions"/> or a <c>JsonObject</c> with further fields;
/// what the options say comes before it. <c>RawRepresentation</c> of an answer is the server's JSON, a <see cref="JsonElement"/>.</para>
/// </remarks>
public sealed class OpenAIChatClient : IChatClient
{
    private readonly ModelSettings _settings;
    private readonly ModelConnection _connection;
    private readonly ChatClient _client;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Makes a client for a model.</summary>
    /// <param name="options">Where the model is; copied.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names it.</exception>
    public OpenAIChatClient(OpenAIModelOptions options)
    {
        _settings = ModelSettings.From(options);
        _connection = new ModelConnection(_settings);
#pragma warning disable MAPP2002 // This is what Govern(app) wraps.
        _client = new ChatClient(_settings.Model, ModelConnection.NoCredential, _connection.CreateClientOptions());
#pragma warning restore MAPP2002
        _metadata = new ChatClientMetadata(_settings.Provider, _settings.Endpoint, _settings.Model);
    }

    /// <inheritdoc />
    /// <exception cref="ModelProviderException">The server cannot be reached, refuses, or answers wrongly.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var body = ChatRequest.Write(this, _settings, messages, options, stream: false);
        using var answer = await _connection.SendAsync(_client.CompleteChatAsync, body, options?.ModelId ?? _settings.Model, stream: false, cancellationToken).ConfigureAwait(false);
        return Read(answer.Content);
    }

    /// <inheritdoc />
    /// <exception cref="ModelProviderException">The server cannot be reached, refuses, answers wrongly, or breaks off before the end.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync(messages, options, cancellationToken);
    }

    /// <summary>Finds this client, its <see cref="ChatClientMetadata"/>, or the official <see cref="ChatClient"/>, whose calls skip the mapping done here.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <param name="serviceKey">Must be null to find anything.</param>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(ChatClient) ? _client
            : null;
    }

    /// <summary>Does nothing: the connections are shared, and a handler from the options belongs to its maker.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = ChatRequest.Write(this, _settings, messages, options, stream: true);
        using var answer = await _connection.SendAsync(_client.CompleteChatAsync, body, options?.ModelId ?? _settings.Model, stream: true, cancellationToken).ConfigureAwait(false);
        await foreach (var update in ChatStream.ReadAsync(answer.ContentStream ?? Stream.Null, _connection.Failures, cancellationToken).ConfigureAwait(false))
            yield return update;
    }

    private ChatResponse Read(BinaryData answer)
    {
        var json = _connection.Failures.Read(answer);
        var reply = new ChatReply("message");
        var update = reply.Add(json);
        if (update is null || !reply.HasBegun)
            throw _connection.Failures.NoAnswer("any choice");
        var rest = reply.Complete()?.Contents.Where(content => content is not UsageContent) ?? [];
        var message = new ChatMessage(ChatRole.Assistant, [.. update.Contents, .. rest]) { MessageId = update.MessageId, RawRepresentation = json };
        return new ChatResponse(message)
        {
            ResponseId = update.ResponseId,
            ModelId = update.ModelId,
            CreatedAt = update.CreatedAt,
            FinishReason = update.FinishReason,
            Usage = reply.Usage,
            RawRepresentation = json,
        };
    }
}
