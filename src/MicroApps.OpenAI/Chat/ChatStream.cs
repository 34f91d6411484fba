using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MicroApps;

/// <summary>Reads a streamed answer: server-sent events, each a chunk of JSON, the last one <c>[DONE]</c>.</summary>
internal static class ChatStream
{
    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        Stream stream, Failures failures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reply = new ChatReply("delta");
        var done = false;
        var events = SseParser.Create(stream, Chunk).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (!done && await NextAsync(events, failures, cancellationToken).ConfigureAwait(false))
            {
                if (events.Current.Data is not { } chunk)
                    done = true;
                else if (chunk.Property("error") is not null || events.Current.EventType is "error")
                    throw failures.Reported(KnownErrorCodes.In(chunk));
                else if (reply.Add(chunk) is { } update)
                    yield return update;
            }
        }

        // A server that just closes the connection must not look like one that has said everything.
        if (!done && !reply.IsFinished)
            throw failures.BrokeOff();
        if (!reply.HasBegun)
            throw failures.NoAnswer("any choice");
        if (reply.Complete() is { } last)
            yield return last;
    }

    private static JsonElement? Chunk(string type, ReadOnlySpan<byte> data) =>
        data.SequenceEqual("[DONE]"u8) ? null : JsonElement.Parse(data);

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<SseItem<JsonElement?>> events, Failures failures, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (failures.Translate(exception, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }
}
