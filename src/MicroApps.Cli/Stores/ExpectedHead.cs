using MicroApps.Ledger;

namespace MicroApps.Cli;

/// <summary>A head of the log that was kept elsewhere: what the file must still agree with.</summary>
/// <param name="Origin">The log's name, or null when it was not kept.</param>
/// <param name="Log">Size and root, or null when they were not kept.</param>
internal sealed record ExpectedHead(string? Origin, (long Size, Hash256 Root)? Log)
{
    /// <summary>Compares, with the root recomputed from the bytes of the records.</summary>
    /// <returns>What does not agree.</returns>
    public async Task<IReadOnlyList<AuditProblem>> CompareAsync(AuditStore log, CancellationToken cancellationToken)
    {
        var problems = new List<AuditProblem>();
        var head = await log.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        if (Origin is not null && Origin != head.Origin)
            problems.Add(new AuditProblem(0, $"The log calls itself '{Plain.Text(head.Origin)}'; '{Origin}' was expected: this is another log."));
        if (Log is { } expected && await CompareAsync(log, expected.Size, expected.Root, cancellationToken).ConfigureAwait(false) is { } problem)
            problems.Add(problem);
        return problems;
    }

    private static async Task<AuditProblem?> CompareAsync(AuditStore log, long size, Hash256 root, CancellationToken cancellationToken)
    {
        var tree = new MerkleFrontier();
        if (size > 0)
        {
            await foreach (var record in log.ReadAsync(0, cancellationToken).ConfigureAwait(false))
            {
                tree.Append(MerkleHasher.Leaf(record.Entry.Leaf.Span));
                if (tree.Size == size)
                    break;
            }
        }

        if (tree.Size < size)
            return new AuditProblem(tree.Size, $"{Plain.Count(size, "record")} were there when the expected head was taken, {Plain.Number(tree.Size)} are left: the end was cut off.");
        return tree.Root == root
            ? null
            : new AuditProblem(size, $"The first {Plain.Count(size, "record")} have the root {tree.Root}, not the expected one: they were rewritten since, or the expected root is of another log.");
    }
}
