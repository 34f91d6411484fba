using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using MicroApps.Ledger;

namespace MicroApps;

/// <summary>Writes audit records as canonical JSON (RFC 8785): ids, digests, keyed commitments and counts; never content, never a person's name.</summary>
internal static class AuditRecordWriter
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static CanonicalJsonWriter? t_json;

    public static AuditEntry Intent(GovernedCall call, CallCommitments commitments) =>
        Write(call, commitments, AuditKind.Intent, call.StartedAt);

    public static AuditEntry Outcome(GovernedCall call, CallCommitments commitments) => Write(
        call, commitments, call.Status == CallStatus.Refused ? AuditKind.Refusal : AuditKind.Outcome, call.EndedAt ?? call.StartedAt);

    /// <summary>The outcome of a call whose process died: nobody knows what became of it.</summary>
    public static AuditEntry Lost(MicroApp app, QuotaLease lease, DateTimeOffset time) => Write(AuditKind.Outcome, lease.CallId, time, LostEventId(lease.CallId), json =>
    {
        json.WriteString("app_id", app.Manifest.Id);
        json.WriteString("call_id", lease.CallId.ToString());
        json.WriteString("decision", "unknown");
        json.WriteString("event_id", LostEventId(lease.CallId).ToString());
        json.WriteString("kind", AuditKind.Outcome);
        json.WriteString("manifest_digest", app.Manifest.Digest);
        json.WriteString("reason", "The process ended before the outcome was recorded; the reserved quota stays counted.");
        json.WriteString("time", Format(time));
        json.WriteNumber("v", 1);
    });

    /// <summary>An event that is no call, such as a read of the vault.</summary>
    public static AuditEntry Event(MicroApp app, string kind, string actor, string subject, string reason, long count)
    {
        var time = app.TimeProvider.GetUtcNow();
        var id = Guid.CreateVersion7(time);
        return Write(kind, id, time, id, json =>
        {
            json.WriteString("actor", actor);
            json.WriteString("app_id", app.Manifest.Id);
            json.WriteString("call_id", id.ToString());
            json.WriteNumber("count", count);
            json.WriteString("event_id", id.ToString());
            json.WriteString("kind", kind);
            json.WriteString("manifest_digest", app.Manifest.Digest);
            json.WriteString("reason", reason);
            json.WriteString("subject", subject);
            json.WriteString("time", Format(time));
            json.WriteNumber("v", 1);
        });
    }

    private static AuditEntry Write(GovernedCall call, CallCommitments commitments, string kind, DateTimeOffset time)
    {
        var eventId = kind == AuditKind.Intent ? call.Id : OutcomeEventId(call.Id);
        return Write(kind, call.Id, time, eventId, json => WriteCall(json, call, commitments, kind, time, eventId));
    }

    private static void WriteCall(
        CanonicalJsonWriter json, GovernedCall call, CallCommitments commitments, string kind, DateTimeOffset time, Guid eventId)
    {
        var manifest = call.App.Manifest;
        var ended = kind != AuditKind.Intent;
        WriteCounts(json, "actions", call.Findings.Request);
        json.WriteString("app_id", manifest.Id);
        json.WriteString("app_version", manifest.Version);
        json.WriteString("call_id", call.Id.ToString());
        if (ended)
            json.WriteNumber("cost_nano_usd", call.CostNanoUsd);
        json.WriteString("decision", ended ? Name(call.Status) : "allowed");
        json.WriteString("environment", Name(call.App.Environment));
        if (call.ErrorType is { } error)
            json.WriteString("error_type", error);
        json.WriteString("event_id", eventId.ToString());
        if (ended)
            json.WriteNumber("input_tokens", call.Usage.InputTokens);
        json.WriteString("kind", kind);
        json.WriteString("manifest_digest", manifest.Digest);
        json.WriteString("model_id", call.ResponseModelId ?? call.Model?.Id ?? call.Target.Id);
        json.WriteString("model_version", call.Model?.Version);
        if (ended)
            json.WriteNumber("output_tokens", call.Usage.OutputTokens);
        json.WriteString("owner", call.App.OwnerCommitment);
        json.WriteString("owner_group", manifest.OwnerGroup);
        json.WriteString("prompt_hash", commitments.Prompt);
        json.WriteString("provider", call.Target.Provider);
        json.WriteString("reason", call.Refusal is { } refusal ? $"{call.RefusedBy}: {refusal.Code}" : null);
        json.WriteString("request_hash", commitments.Request);
        if (ended)
        {
            WriteCounts(json, "response_findings", call.Findings.Response);
            json.WriteString("response_hash", commitments.Response);
            json.WriteNumber("restored", call.Findings.Restored);
        }

        json.WriteString("surface", Name(call.Surface));
        json.WriteString("time", Format(time));
        WriteNames(json, "tools", call.ToolsCalled);
        json.WriteString("trace_id", call.TraceId);
        json.WriteNumber("unscannable", call.UnscannableCount);
        json.WriteString("usage_source", ended ? Name(call.Usage.Source) : null);
        json.WriteString("user_id", commitments.User);
        json.WriteNumber("v", 1);
        json.WriteString("vector_store_id", null);
    }

    private static AuditEntry Write(string kind, Guid callId, DateTimeOffset time, Guid eventId, Action<CanonicalJsonWriter> body)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(2048);
        var json = t_json ??= new CanonicalJsonWriter(buffer);
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        body(json);
        json.WriteEndObject();
        return new AuditEntry(eventId, callId, kind, time, buffer.WrittenSpan.ToArray());
    }

    private static void WriteCounts(CanonicalJsonWriter json, string name, IReadOnlyDictionary<string, int> counts)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        foreach (var (type, count) in counts)
            json.WriteNumber(type, count);
        json.WriteEndObject();
    }

    private static void WriteNames(CanonicalJsonWriter json, string name, IEnumerable<string> values)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // The outcome's id follows from the call's: writing it twice, after a commit of unknown fate, keeps one record.
    private static Guid OutcomeEventId(Guid callId) => Flip(callId, 0x01);

    private static Guid LostEventId(Guid callId) => Flip(callId, 0x02);

    private static Guid Flip(Guid id, byte bits)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        bytes[15] ^= bits;
        return new Guid(bytes);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => EnumNames<T>.Lower.TryGetValue(value, out var name) ? name : value.ToString().ToLowerInvariant();

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static class EnumNames<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Lower = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => v.ToString().ToLowerInvariant());
    }
}
