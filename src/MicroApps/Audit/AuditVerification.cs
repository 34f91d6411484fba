using MicroApps.Ledger;

namespace MicroApps;

/// <summary>What <see cref="AuditVerifier"/> found.</summary>
/// <param name="Size">Number of records that were read and checked.</param>
/// <param name="Root">RFC 6962 root over the records as they are, recomputed from their bytes.</param>
/// <param name="Problems">What is wrong, in the order of the log; at most <see cref="AuditVerifier.MaxProblems"/>.</param>
public sealed record AuditVerification(long Size, Hash256 Root, IReadOnlyList<AuditProblem> Problems)
{
    /// <summary>Whether the log agrees with itself.</summary>
    public bool IsIntact => Problems.Count == 0;
}
