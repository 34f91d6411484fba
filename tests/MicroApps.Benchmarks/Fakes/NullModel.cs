using Microsoft.Extensions.AI;

namespace MicroApps.Benchmarks;

/// <summary>A model that answers at once with the same objects each time, so that what is measured is what stands around it.</summary>
internal sealed class NullModel(IReadOnlyList<string> chunks) : IChatClient
{
    private static readonly UsageDetails s_usage = new() { InputTokenCount = 1000, OutputTokenCount = 200, TotalTokenCount = 1200 };
    private readonly ChatClientMetadata _metadata = new("openai", new Uri("https://models.example/v1"), BenchmarkApp.ModelId);
    private readonly ChatResponseUpdate[] _updates =
        [.. chunks.Select(c => new ChatResponseUpdate(ChatRole.Assistant, c) { MessageId = "m", ResponseId = "r", ModelId = BenchmarkApp.ModelId })];

    private readonly ChatMessage _answer = new(ChatRole.Assistant, string.Concat(chunks));

    /// <summary>How long the first chunk takes to come.</summary>
    public TimeSpan FirstChunkDelay { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(_answer) { ModelId = BenchmarkApp.ModelId, ResponseId = "r", Usage = s_usage, FinishReason = ChatFinishReason.Stop });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (FirstChunkDelay > TimeSpan.Zero)
            await Task.Delay(FirstChunkDelay, cancellationToken);
        foreach (var update in _updates)
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? _metadata : null;

    public void Dispose()
    {
    }
}
