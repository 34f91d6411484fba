namespace MicroApps;

/// <summary>One record for the audit log, before it has a place in it.</summary>
/// <param name="EventId">Id (UUIDv7), unique among the events of the call: appending the same one twice keeps one record and returns the first receipt.</param>
/// <param name="CallId">The governed call that it belongs to, or the event's own id.</param>
/// <param name="Kind">What happened, such as <c>call.intent</c>; see <see cref="AuditKind"/>.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Leaf">The record as RFC 8785 canonical JSON, at most <see cref="MaxLeafBytes"/>: exactly these bytes are hashed and stored. It
/// repeats the other values as <c>event_id</c>, <c>call_id</c>, <c>kind</c> and <c>time</c> (ISO 8601, to the millisecond or finer), so that they are hashed too.</param>
public sealed record AuditEntry(Guid EventId, Guid CallId, string Kind, DateTimeOffset Time, ReadOnlyMemory<byte> Leaf)
{
    /// <summary>The longest leaf in bytes: tiled logs (C2SP tlog-tiles) keep the length in 16 bits.</summary>
    public const int MaxLeafBytes = ushort.MaxValue;
}
