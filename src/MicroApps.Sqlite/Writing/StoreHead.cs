using MicroApps.Ledger;

namespace MicroApps.Sqlite;

/// <summary>The one row that every commit writes: the log's head, the time last seen, and who committed last.</summary>
internal sealed record StoreHead(string Origin, DateTimeOffset Time, long Commits, long Writer, MerkleFrontier Log)
{
    private static readonly Sql ReadCommits = new("SELECT commits, time, writer FROM store_head");
    private static readonly Sql ReadAll = new("SELECT origin, time, commits, writer, size, frontier, root FROM store_head");
    private static readonly Sql Update =
        new("UPDATE store_head SET time = ?, commits = ?, writer = ?, size = ?, frontier = ?, root = ?");

    /// <summary>Reads the row; <paramref name="known"/> is given back when nobody has committed since.</summary>
    public static StoreHead Read(SqliteConnection connection, string path, StoreHead? known)
    {
        using (var mark = connection.Use(ReadCommits))
        {
            if (known is not null && mark.Step() && mark.Int64(0) == known.Commits && mark.Int64(2) == known.Writer)
                return known;
        }

        using var row = connection.Use(ReadAll);
        if (!row.Step())
            throw Damaged(path, "its head row is missing");
        return new StoreHead(row.Text(0), row.Time(1), row.Int64(2), row.Int64(3), ReadLog(row, path));
    }

    /// <summary>The head of the log as the row states it, without looking at the frontier.</summary>
    public static AuditHead ReadAuditHead(SqliteConnection connection, string path)
    {
        using var row = connection.Use(ReadAll);
        if (!row.Step() || row.Blob(6).Length != Hash256.Size)
            throw Damaged(path, "its head row is missing or malformed");
        return new AuditHead(row.Text(0), row.Int64(4), Hash256.FromBytes(row.Blob(6)));
    }

    public void Write(SqliteConnection connection) => connection.Use(Update)
        .Bind(Time).Bind(Commits).Bind(Writer).Bind(Log.Size).Bind(Log.ToBytes()).Bind(Log.Root.Bytes).Run();

    private static MerkleFrontier ReadLog(SqliteStatement row, string path)
    {
        try
        {
            var log = MerkleFrontier.FromBytes(row.Int64(4), row.Blob(5));
            if (log.Root.Bytes.SequenceEqual(row.Blob(6)))
                return log;
        }
        catch (ArgumentException)
        {
            // Told below: a head of the wrong shape is as damaged as one whose root does not fit.
        }
        throw Damaged(path, "the head of its audit log contradicts itself");
    }

    private static StoreException Damaged(string path, string what) =>
        new(StoreFault.Damaged, path, $"Store '{path}': {what}; keep the file as evidence and restore a backup.");
}
