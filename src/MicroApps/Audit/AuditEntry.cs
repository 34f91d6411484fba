namespace MicroApps;

/// <summary>One record for the audit log, before it has a place in it.</summary>
/// <param name="EventId">Unique id (UUIDv7): appending the same id twice keeps one record and returns the first receipt.</param>
/// <param name="CallId">The governed call that it belongs to, or the event's own id.</param>
/// <param name="Kind">What happened, such as <c>call.intent</c>; see <see cref="AuditKind"/>.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Leaf">The record as RFC 8785 canonical JSON, below 64 KiB: exactly these bytes are hashed and stored.</param>
public sealed record AuditEntry(Guid EventId, Guid CallId, string Kind, DateTimeOffset Time, ReadOnlyMemory<byte> Leaf);
