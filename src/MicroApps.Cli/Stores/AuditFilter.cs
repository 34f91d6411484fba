using System.Runtime.CompilerServices;

namespace MicroApps.Cli;

/// <summary>Which records are asked for.</summary>
/// <param name="Call">Those of this call, or null for all.</param>
/// <param name="Kind">Those of this kind, or null for all.</param>
/// <param name="Last">The last of them, or 0 for all.</param>
internal sealed record AuditFilter(Guid? Call, string? Kind, int Last)
{
    private bool HasCondition => Call is not null || Kind is not null;

    /// <summary>The records in order; when only the last are asked for, no more than those are kept in memory.</summary>
    public async IAsyncEnumerable<AuditRecord> ReadAsync(AuditStore log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kept = new Queue<AuditRecord>();
        await foreach (var record in MatchesAsync(log, cancellationToken).ConfigureAwait(false))
        {
            if (Last == 0)
            {
                yield return record;
                continue;
            }

            if (kept.Count == Last)
                kept.Dequeue();
            kept.Enqueue(record);
        }

        foreach (var record in kept)
            yield return record;
    }

    private async IAsyncEnumerable<AuditRecord> MatchesAsync(AuditStore log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Call is { } call)
        {
            foreach (var record in await log.FindByCallAsync(call, cancellationToken).ConfigureAwait(false))
            {
                if (IsOfKind(record))
                    yield return record;
            }

            yield break;
        }

        // Nothing before the last ones need be read when every record counts.
        var from = HasCondition || Last == 0 ? 0 : Math.Max(0, (await log.ReadHeadAsync(cancellationToken).ConfigureAwait(false)).Size - Last);
        await foreach (var record in log.ReadAsync(from, cancellationToken).ConfigureAwait(false))
        {
            if (IsOfKind(record))
                yield return record;
        }
    }

    private bool IsOfKind(AuditRecord record) => Kind is null || record.Entry.Kind == Kind;
}
