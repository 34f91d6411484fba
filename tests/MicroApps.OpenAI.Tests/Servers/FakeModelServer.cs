using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroApps.Tests;

/// <summary>A model's server on a free port of this machine: records what it is sent, answers as told.</summary>
public abstract class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeReply> _script = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected FakeModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Says what the model answers when no reply is queued; echoes the last text by default.</summary>
    public Func<RecordedRequest, FakeAnswer> Model { get; set; } = request => new FakeAnswer($"echo: {LastText(request)}");

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public RecordedRequest LastRequest => _requests.Last();

    /// <summary>Completes when a client gives up on a request.</summary>
    public Task Aborted => _aborted.Task;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Queues replies: each is used for one request.</summary>
    public void Enqueue(params FakeReply[] replies)
    {
        foreach (var reply in replies)
            _script.Enqueue(reply);
    }

    public void Enqueue(FakeAnswer answer) => Enqueue((context, request) => AnswerAsync(context, request, answer));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _app.DisposeAsync();
    }

    protected Task StartAsync() => _app.StartAsync();

    /// <summary>Writes an answer in the server's wire format.</summary>
    protected abstract Task AnswerAsync(HttpContext context, RecordedRequest request, FakeAnswer answer);

    private static string? LastText(RecordedRequest request) => request.Json["messages"]?.AsArray().LastOrDefault()?["content"] switch
    {
        System.Text.Json.Nodes.JsonArray parts => parts.LastOrDefault()?["text"]?.ToString(),
        var text => text?.ToString(),
    };

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new RecordedRequest(context.Request.Path, headers, await reader.ReadToEndAsync());
        _requests.Enqueue(request);
        using var watch = context.RequestAborted.Register(() => _aborted.TrySetResult());
        try
        {
            await (_script.TryDequeue(out var reply) ? reply(context, request) : AnswerAsync(context, request, Model(request)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
    }
}
