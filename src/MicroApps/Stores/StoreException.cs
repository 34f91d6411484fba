namespace MicroApps;

/// <summary>A store could not read or write. Governed calls are refused while this lasts.</summary>
public sealed class StoreException : MicroAppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What kind of fault it is.</param>
    /// <param name="location">Where the store lives: a file path or a server name, never credentials.</param>
    /// <param name="message">What went wrong and how to mend it.</param>
    /// <param name="innerException">The database's own exception.</param>
    public StoreException(StoreFault fault, string location, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        Location = location;
    }

    /// <summary>What kind of fault it is.</summary>
    public StoreFault Fault { get; }

    /// <summary>Where the store lives.</summary>
    public string Location { get; }

    /// <summary>Whether the same call may succeed later without a change.</summary>
    public bool IsTransient => Fault is StoreFault.Locked or StoreFault.Unavailable;

    /// <summary>Whether it is unknown if the work was committed; look it up by its event id.</summary>
    public bool IsOutcomeUnknown { get; init; }
}
