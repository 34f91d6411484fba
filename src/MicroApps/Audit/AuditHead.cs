using MicroApps.Ledger;

namespace MicroApps;

/// <summary>The state of an audit log: how many records it holds and the Merkle root over them.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Number of records.</param>
/// <param name="Root">RFC 6962 root hash of the first <paramref name="Size"/> records.</param>
public sealed record AuditHead(string Origin, long Size, Hash256 Root);
