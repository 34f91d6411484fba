namespace MicroApps.Sqlite;

/// <summary>Where a <see cref="SqliteStoreDatabase"/> lives and how it waits.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>Path of the database file. The file and its folder are created when they are missing.</summary>
    public string Path { get; set; } = "microapp.db";

    /// <summary>The clock for <see cref="StoreTransaction.Now"/> and for <see cref="Linger"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long to wait for another process that is writing, before giving up with <see cref="StoreFault.Locked"/>.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long work of <see cref="WriteUrgency.Soon"/> may wait for company.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Largest size of the database file in bytes (the write-ahead log comes on top); 0 for no limit but the disk's.</summary>
    public long MaxFileBytes { get; set; }

    /// <summary>Opens an existing file for reading alone, to inspect or verify it: every write fails with <see cref="StoreFault.ReadOnly"/>.</summary>
    public bool IsReadOnly { get; set; }

    // Stands between the stores and every statement, so that tests can make single operations fail.
    internal Func<string, Func<int>, int>? StepHook { get; set; }

    /// <summary>A copy that no later change reaches, with the full path.</summary>
    internal SqliteStoreOptions Snapshot()
    {
        var copy = (SqliteStoreOptions)MemberwiseClone();
        copy.Path = System.IO.Path.GetFullPath(Path);
        return copy;
    }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Path);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThan(BusyTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout.TotalMilliseconds, int.MaxValue, nameof(BusyTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(Linger, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxFileBytes);
    }
}
