using SQLitePCL;

namespace MicroApps.Sqlite;

/// <summary>Turns SQLite's result codes (https://sqlite.org/rescode.html) into exceptions that say how to mend.</summary>
internal static class SqliteFaults
{
    // A sum that does not fit in 64 bits becomes a real number, which a STRICT table refuses.
    private const int IntegerOverflow = raw.SQLITE_CONSTRAINT | (12 << 8);
    private const int FsyncFailed = raw.SQLITE_IOERR | (4 << 8);
    private const int FolderFsyncFailed = raw.SQLITE_IOERR | (5 << 8);

    /// <summary>Whether the disk may hold what the engine gave up: it was written, but not confirmed.</summary>
    public static bool MayHaveLanded(int code) => code is FsyncFailed or FolderFsyncFailed;

    public static Exception ToException(int code, string path, string reason) => code == IntegerOverflow
        ? new OverflowException($"A counter in '{path}' would exceed 64 bits.")
        : ToStoreException(code, path, reason);

    private static StoreException ToStoreException(int code, string path, string reason)
    {
        var (fault, mend) = (code & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (StoreFault.Locked,
                "another process kept it locked too long; try again, and find the process that holds it"),
            raw.SQLITE_FULL => (StoreFault.Full, "no room is left; free some or raise the limit"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => (StoreFault.ReadOnly,
                "it may not be written; let the app's user write to the file and its folder"),
            raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH => (StoreFault.Unavailable,
                "the file cannot be opened; check the path, and that the app's user may read and write there"),
            raw.SQLITE_CORRUPT => (StoreFault.Damaged, "the file is damaged; keep it as evidence and restore a backup"),
            raw.SQLITE_NOTADB => (StoreFault.Damaged, "the file is not a database; give another path or restore a backup"),
            raw.SQLITE_IOERR => (StoreFault.Unavailable, "the disk failed; check the disk and the system log"),
            _ => (StoreFault.Other, "the operation failed; see the reason"),
        };
        return new StoreException(fault, path, $"Store '{path}': {mend}. (SQLite {code}: {reason})");
    }
}
