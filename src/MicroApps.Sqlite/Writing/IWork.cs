namespace MicroApps.Sqlite;

/// <summary>A queued unit of work and the caller who waits for it.</summary>
internal interface IWork
{
    WriteUrgency Urgency { get; }

    bool IsCompleted { get; }

    /// <summary>Runs the delegate; its result is kept until <see cref="Complete"/>.</summary>
    ValueTask RunAsync(SqliteTransaction transaction);

    /// <summary>Hands the result over: the work is durable, or undone by its own wish.</summary>
    void Complete();

    /// <summary>Nothing of the work was kept, or its fate is unknown.</summary>
    void Fail(Exception exception);
}
