using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace MicroApps;

/// <summary>
/// Every name of a span, metric and log of this package. Spans and metrics follow the OpenTelemetry GenAI conventions (status: development);
/// what is ours alone stands under <c>governance.</c>. Nothing here ever carries content: types and counts, ids and digests.
/// </summary>
public sealed partial class Telemetry
{
    /// <summary>The name of the activity source and of the meter, to be given to <c>AddSource</c> and <c>AddMeter</c>.</summary>
    public const string SourceName = "MicroApps";

    /// <summary>The environment variable that makes instrumentation libraries record prompts and answers.</summary>
    internal const string CaptureContentVariable = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";

    private static readonly ActivitySource s_source = new(SourceName);
    private static readonly Meter s_meter = new(SourceName);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "Duration of governed calls.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.01, .02, .04, .08, .16, .32, .64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92] });

    private static readonly Histogram<long> s_tokens = s_meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens used by governed calls.", null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864] });

    private static readonly Counter<long> s_calls = s_meter.CreateCounter<long>("governance.calls", "{call}", "Governed calls by how they ended.");
    private static readonly Counter<long> s_denials = s_meter.CreateCounter<long>("governance.denials", "{call}", "Refused and stopped calls by rule.");
    private static readonly Counter<long> s_redactions = s_meter.CreateCounter<long>("governance.redactions", "{finding}", "Values found, by entity type and direction.");
    private static readonly Counter<long> s_cost = s_meter.CreateCounter<long>("governance.cost", "nUSD", "Cost of governed calls in nano-dollars.");
    private static readonly Histogram<double> s_overhead = s_meter.CreateHistogram<double>("governance.overhead.duration", "s", "Time that the guards took before the call left.");

    private readonly ILogger _logger;
    private readonly string _appId;
    private readonly string _manifestDigest;
    private readonly string _environment;

    internal Telemetry(ILogger logger, Manifest manifest, AppEnvironment environment)
    {
        _logger = logger;
        _appId = manifest.Id;
        _manifestDigest = manifest.Digest;
        _environment = environment.ToString().ToLowerInvariant();
    }

    internal Activity? Start(GovernedCall call)
    {
        if (!s_source.HasListeners())
            return Activity.Current;

        var activity = s_source.StartActivity($"{Operation(call)} {call.Target.Id}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", Operation(call))
            .SetTag("gen_ai.provider.name", call.Target.Provider)
            .SetTag("gen_ai.request.model", call.Target.Id)
            .SetTag("gen_ai.request.stream", call.IsStreaming)
            .SetTag("server.address", call.Target.Endpoint?.Host)
            .SetTag("governance.app.id", _appId)
            .SetTag("governance.app.environment", _environment)
            .SetTag("governance.manifest.digest", _manifestDigest)
            .SetTag("governance.call.id", call.Id.ToString());
        call.Span = activity;
        return activity ?? Activity.Current;
    }

    internal void Left(GovernedCall call)
    {
        if (s_overhead.Enabled)
            s_overhead.Record(call.App.TimeProvider.GetElapsedTime(call.StartedTimestamp).TotalSeconds, new KeyValuePair<string, object?>("governance.app.id", _appId));
    }

    internal void Record(GovernedCall call)
    {
        Measure(call);
        Log(call);
        if (call.Span is { } span)
            Finish(span, call);
    }

    internal void OutcomeDelayed(GovernedCall call, Exception exception) => LogOutcomeDelayed(exception.GetType().Name, call.Id);

    internal void GuardFailed(Guard guard, GovernedCall call, Exception exception) => LogGuardFailed(guard.Name, exception.GetType().Name, call.Id);

    internal void Started(string version, int models) => LogStarted(_appId, version, _environment, models, _manifestDigest);

    internal void Recovered(int leases) => LogRecovered(leases);

    private static void Finish(Activity span, GovernedCall call)
    {
        span.SetTag("gen_ai.response.model", call.ResponseModelId)
            .SetTag("gen_ai.response.id", call.ResponseId)
            .SetTag("gen_ai.request.max_tokens", call.MaxOutputTokens)
            .SetTag("gen_ai.usage.input_tokens", call.Usage.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", call.Usage.OutputTokens)
            .SetTag("gen_ai.usage.cache_read.input_tokens", call.Usage.CachedInputTokens)
            .SetTag("gen_ai.usage.reasoning.output_tokens", call.Usage.ReasoningTokens)
            .SetTag("governance.decision", call.Status.ToString().ToLowerInvariant())
            .SetTag("governance.redaction.applied", call.Findings.RequestTotal > 0)
            .SetTag("governance.redaction.count", call.Findings.RequestTotal)
            .SetTag("governance.redaction.restored", call.Findings.Restored)
            .SetTag("governance.cost.nano_usd", call.CostNanoUsd);
        foreach (var (type, count) in call.Findings.Request)
            span.SetTag($"governance.redaction.{type.ToLowerInvariant()}", count);
        if (call.Refusal is { } refusal)
            span.SetTag("governance.rule", refusal.Code).SetTag("governance.guard", call.RefusedBy);
        if (call.Status is CallStatus.Failed or CallStatus.Refused or CallStatus.Stopped)
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", call.Refusal?.Code ?? call.ErrorType);
        span.Stop();
    }

    private void Measure(GovernedCall call)
    {
        if (!s_duration.Enabled && !s_calls.Enabled && !s_tokens.Enabled && !s_cost.Enabled && !s_denials.Enabled && !s_redactions.Enabled)
            return;

        var tags = new TagList
        {
            { "gen_ai.operation.name", Operation(call) },
            { "gen_ai.provider.name", call.Target.Provider },
            { "gen_ai.request.model", call.Model?.Id ?? "undeclared" },
            { "governance.app.id", _appId },
        };
        s_duration.Record(call.App.TimeProvider.GetElapsedTime(call.StartedTimestamp).TotalSeconds, tags);
        s_calls.Add(1, [.. tags, new("governance.decision", call.Status.ToString().ToLowerInvariant())]);
        if (call.Usage.Source != UsageSource.None)
        {
            s_tokens.Record(call.Usage.InputTokens, [.. tags, new("gen_ai.token.type", "input")]);
            s_tokens.Record(call.Usage.OutputTokens, [.. tags, new("gen_ai.token.type", "output")]);
            s_cost.Add(call.CostNanoUsd, tags);
        }

        if (call.Refusal is { } refusal)
            s_denials.Add(1, [.. tags, new("governance.rule", refusal.Code)]);
        CountFindings(tags, call.Findings.Request, "request");
        CountFindings(tags, call.Findings.Response, "response");
    }

    private static void CountFindings(TagList tags, IReadOnlyDictionary<string, int> counts, string direction)
    {
        foreach (var (type, count) in counts)
            s_redactions.Add(count, [.. tags, new("governance.entity.type", type), new("governance.direction", direction)]);
    }

    private void Log(GovernedCall call)
    {
        if (call.Refusal is { } refusal)
            LogRefused(call.Id, call.RefusedBy ?? "", refusal.Code, _appId, _manifestDigest);
        else if (call.Status == CallStatus.Failed)
            LogFailed(call.Id, call.ErrorType ?? "", _appId);
        else
            LogEnded(call.Id, call.Status, call.Findings.RequestTotal, call.Usage.TotalTokens, call.CostNanoUsd, _appId);
    }

    private static string Operation(GovernedCall call) => call.Surface switch
    {
        Surface.Chat => "chat",
        Surface.Embedding => "embeddings",
        Surface.Vector => "retrieval",
        Surface.Tool => "execute_tool",
        _ => "http",
    };

    [LoggerMessage(1, LogLevel.Information, "MicroApp {AppId} {Version} runs in {Environment} with {Models} declared models, manifest {ManifestDigest}")]
    private partial void LogStarted(string appId, string version, string environment, int models, string manifestDigest);

    [LoggerMessage(2, LogLevel.Debug, "Call {CallId} ended {Status}: {Redactions} redactions, {Tokens} tokens, {CostNanoUsd} nano-dollars (app {AppId})")]
    private partial void LogEnded(Guid callId, CallStatus status, int redactions, long tokens, long costNanoUsd, string appId);

    [LoggerMessage(3, LogLevel.Warning, "Call {CallId} was refused by {Guard}: {Code} (app {AppId}, manifest {ManifestDigest})")]
    private partial void LogRefused(Guid callId, string guard, string code, string appId, string manifestDigest);

    [LoggerMessage(4, LogLevel.Warning, "Call {CallId} failed with {ErrorType} (app {AppId})")]
    private partial void LogFailed(Guid callId, string errorType, string appId);

    [LoggerMessage(5, LogLevel.Error, "The outcome of call {CallId} could not be written ({ErrorType}); it is written before the next call leaves")]
    private partial void LogOutcomeDelayed(string errorType, Guid callId);

    [LoggerMessage(6, LogLevel.Warning, "{Leases} calls of an earlier run ended without an outcome; they are recorded as unknown and their reserved quota stays counted")]
    private partial void LogRecovered(int leases);

    [LoggerMessage(7, LogLevel.Error, "The guard {Guard} failed with {ErrorType} after call {CallId} had ended; the other guards went on")]
    private partial void LogGuardFailed(string guard, string errorType, Guid callId);
}
