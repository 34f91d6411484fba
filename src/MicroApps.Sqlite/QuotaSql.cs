namespace MicroApps.Sqlite;

/// <summary>The statements of the quota ledger.</summary>
internal static class QuotaSql
{
    public static readonly Sql FindWindow = new(
        """
        SELECT spent_requests, spent_tokens, spent_nano_usd, held_requests, held_tokens, held_nano_usd,
            suspense_requests, suspense_tokens, suspense_nano_usd, id
        FROM quota_window WHERE scope = ? AND subject = ? AND period = ? AND window_start = ?
        """);

    public static readonly Sql AddWindow = new(
        """
        INSERT INTO quota_window (scope, subject, period, window_start, window_end) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (scope, subject, period, window_start) DO UPDATE SET window_end = excluded.window_end
        RETURNING id
        """);

    public static readonly Sql Hold = new(
        """
        UPDATE quota_window SET
            held_requests = held_requests + ?, held_tokens = held_tokens + ?, held_nano_usd = held_nano_usd + ?
        WHERE id = ?
        """);

    // The windows that hold it are kept with the lease, so that a call touches one table less.
    public static readonly Sql AddLease = new(
        """
        INSERT INTO quota_lease (call_id, requests, tokens, nano_usd, expires_at, app_id, owner_group, cost_centre, user, model_id, windows)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id) DO NOTHING
        """);

    public static readonly Sql FindLease = new(
        """
        SELECT call_id, requests, tokens, nano_usd, expires_at, app_id, owner_group, cost_centre, user, model_id, lapsed, windows
        FROM quota_lease WHERE call_id = ?
        """);

    // Only running and lapsed calls have a row, so there is no index to keep.
    public static readonly Sql FindExpired = new(
        """
        SELECT call_id, requests, tokens, nano_usd, expires_at, app_id, owner_group, cost_centre, user, model_id, lapsed, windows
        FROM quota_lease WHERE lapsed = 0 AND expires_at <= ? ORDER BY expires_at, call_id
        """);

    public static readonly Sql Settle = new(
        """
        UPDATE quota_window SET
            spent_requests = spent_requests + ?, spent_tokens = spent_tokens + ?, spent_nano_usd = spent_nano_usd + ?,
            held_requests = held_requests - ?, held_tokens = held_tokens - ?, held_nano_usd = held_nano_usd - ?,
            suspense_requests = suspense_requests - ?, suspense_tokens = suspense_tokens - ?, suspense_nano_usd = suspense_nano_usd - ?
        WHERE id = ?
        """);

    public static readonly Sql Suspend = new(
        """
        UPDATE quota_window SET
            held_requests = held_requests - ?1, held_tokens = held_tokens - ?2, held_nano_usd = held_nano_usd - ?3,
            suspense_requests = suspense_requests + ?1, suspense_tokens = suspense_tokens + ?2, suspense_nano_usd = suspense_nano_usd + ?3
        WHERE id = ?4
        """);

    public static readonly Sql RemoveLease = new("DELETE FROM quota_lease WHERE call_id = ?");

    public static readonly Sql MarkLapsed = new("UPDATE quota_lease SET lapsed = 1 WHERE call_id = ?");

    public static readonly Sql Renew = new("UPDATE quota_lease SET expires_at = ?1 WHERE call_id = ?2 AND lapsed = 0 AND expires_at > ?3");

    public static readonly Sql AddUsage = new(
        """
        INSERT INTO quota_usage (day, app_id, owner_group, cost_centre, user, model_id, requests, tokens, nano_usd)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (day, app_id, owner_group, cost_centre, user, model_id) DO UPDATE SET
            requests = requests + excluded.requests, tokens = tokens + excluded.tokens, nano_usd = nano_usd + excluded.nano_usd
        """);

    public static readonly Sql ReadUsage = new(
        """
        SELECT day, app_id, owner_group, cost_centre, user, model_id, requests, tokens, nano_usd
        FROM quota_usage WHERE day BETWEEN ? AND ? ORDER BY day, app_id, owner_group, cost_centre, user, model_id
        """);

    public static readonly Sql ForgetLeases = new("DELETE FROM quota_lease WHERE lapsed = 1 AND expires_at < ?");

    // What is held or in suspense may still be settled as long as its lease is kept. A bounded number at a time, so that one call never
    // pays for a long absence.
    public static readonly Sql ForgetWindows = new(
        """
        DELETE FROM quota_window WHERE id IN (
            SELECT id FROM quota_window WHERE window_end < ?1 AND (window_end < ?2 OR
                0 = held_requests + held_tokens + held_nano_usd + suspense_requests + suspense_tokens + suspense_nano_usd) LIMIT 256)
        """);
}
