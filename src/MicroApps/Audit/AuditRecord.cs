using MicroApps.Ledger;

namespace MicroApps;

/// <summary>A record as it stands in the audit log.</summary>
/// <param name="Index">Zero-based position in the log.</param>
/// <param name="Entry">What was appended.</param>
/// <param name="LeafHash">The leaf hash that the store keeps; a verifier recomputes it from <see cref="AuditEntry.Leaf"/>.</param>
public sealed record AuditRecord(long Index, AuditEntry Entry, Hash256 LeafHash);
