using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroApps.Tests;

/// <summary>Writes the answer to one request.</summary>
public delegate Task FakeReply(HttpContext context, RecordedRequest request);

/// <summary>How a fake server ends an answer.</summary>
public enum FakeEnd { Close, Hang }

/// <summary>Answers made of bytes, for everything that a well-behaved server would not do.</summary>
public static class FakeReplies
{
    public static FakeReply Json(string body, int status = 200, params (string Name, string Value)[] headers) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    };

    /// <summary>Accepts the request and never answers.</summary>
    public static FakeReply Hang { get; } = (context, _) => WaitForAbortAsync(context);

    /// <summary>Resets the connection before anything is answered.</summary>
    public static FakeReply Reset { get; } = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>A stream of server-sent events, one for each line of data.</summary>
    public static FakeReply Events(FakeEnd end, params string[] data) =>
        Pieces(end, data.Select(line => Encoding.UTF8.GetBytes($"data: {line}\n\n")));

    /// <summary>A stream of events whose connection is reset once the client has got what the test waits for.</summary>
    public static FakeReply Cut(Task when, params string[] data) => async (context, request) =>
    {
        await Events(FakeEnd.Close, data)(context, request);
        await when;
        context.Abort();
    };

    /// <summary>A stream whose bytes are sent in exactly these pieces.</summary>
    public static FakeReply Pieces(FakeEnd end, IEnumerable<byte[]> pieces) => async (context, _) =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var piece in pieces)
        {
            await context.Response.BodyWriter.WriteAsync(piece, context.RequestAborted);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }

        if (end is FakeEnd.Hang)
            await WaitForAbortAsync(context);
    };

    private static Task WaitForAbortAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
}
