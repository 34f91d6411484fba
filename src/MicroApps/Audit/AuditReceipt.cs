using MicroApps.Ledger;

namespace MicroApps;

/// <summary>The place of a durable record in the audit log.</summary>
/// <param name="Origin">The log's name, unique to one log.</param>
/// <param name="Index">Zero-based position in the log.</param>
/// <param name="LeafHash">RFC 6962 leaf hash of the record.</param>
public sealed record AuditReceipt(string Origin, long Index, Hash256 LeafHash);
