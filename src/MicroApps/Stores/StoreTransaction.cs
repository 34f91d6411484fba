namespace MicroApps;

/// <summary>One atomic unit of work in a <see cref="StoreDatabase"/>. Stores of that database cast it to their own kind.</summary>
/// <remarks>Valid only inside the delegate that received it; not thread-safe.</remarks>
public abstract class StoreTransaction
{
    /// <summary>The database that the work runs in.</summary>
    public abstract StoreDatabase Database { get; }

    /// <summary>The database's time, which never goes back within one database.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether the work asked that nothing of it be kept.</summary>
    public bool IsRollbackRequested { get; private set; }

    /// <summary>Undoes this unit of work, and only this one, when its delegate returns.</summary>
    public void RequestRollback() => IsRollbackRequested = true;
}
