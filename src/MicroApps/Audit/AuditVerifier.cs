namespace MicroApps;

/// <summary>Checks an audit log from its first record: every byte that was hashed, every hash, and the head over them.</summary>
/// <remarks>
/// This finds changed, lost, moved and added records, as long as whoever did it did not also recompute every later hash and the head. A log
/// that was rewritten or cut together with its head agrees with itself: only a signed checkpoint that was kept elsewhere shows that.
/// It says nothing about what was never recorded.
/// </remarks>
public static class AuditVerifier
{
    /// <summary>The most problems that are listed; the check stops there.</summary>
    public const int MaxProblems = 100;

    /// <summary>Reads the whole log, O(n); the app may go on appending meanwhile.</summary>
    /// <exception cref="StoreException">The log cannot be read, for another reason than damage.</exception>
    public static async Task<AuditVerification> VerifyAsync(AuditStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var check = new AuditCheck();
        try
        {
            var head = await store.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var record in store.ReadAsync(0, cancellationToken).ConfigureAwait(false))
            {
                if (record.Index >= head.Size)
                {
                    // Appended since the head was read, unless the log has no place for it.
                    var now = await store.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
                    if (record.Index >= now.Size)
                        check.Report(record.Index, "There is a record beyond the end that the head states.");
                    break;
                }
                check.Add(record);
                if (check.Problems.Count >= MaxProblems)
                    return check.Result;
            }
            check.Close(head);
        }
        catch (StoreException e) when (e.Fault == StoreFault.Damaged)
        {
            check.Report(check.Size, $"The log cannot be read on from here. {e.Message}");
        }
        return check.Result;
    }
}
