namespace MicroApps;

/// <summary>Why a store could not do its work.</summary>
public enum StoreFault
{
    /// <summary>Another process holds the database longer than the waiting time.</summary>
    Locked,

    /// <summary>The disk or the quota of the database is full.</summary>
    Full,

    /// <summary>The file or server does not allow writing.</summary>
    ReadOnly,

    /// <summary>The file is damaged, is not such a database, or has a newer schema.</summary>
    Damaged,

    /// <summary>The server or file cannot be reached.</summary>
    Unavailable,

    /// <summary>The store was closed.</summary>
    Closed,

    /// <summary>Any other error of the database.</summary>
    Other,
}
