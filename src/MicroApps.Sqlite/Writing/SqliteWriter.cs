using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MicroApps.Sqlite;

/// <summary>The connection that writes. Runs batches of work, each batch in one transaction. For one caller at a time.</summary>
internal sealed class SqliteWriter(SqliteStoreDatabase database, SqliteStoreOptions options) : IDisposable
{
    private static readonly Sql Begin = new("BEGIN IMMEDIATE");
    private static readonly Sql Commit = new("COMMIT");
    private static readonly Sql Rollback = new("ROLLBACK");
    private static readonly Sql Savepoint = new("SAVEPOINT work");
    private static readonly Sql Release = new("RELEASE work");
    private static readonly Sql RollbackToSavepoint = new("ROLLBACK TO work");

    // Tells this writer's commits from those of others when a commit's fate is looked up.
    private readonly long _id = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
    private readonly List<(Exception? Error, bool MustTruncateLog)> _outcomes = [];
    private SqliteConnection? _connection;
    private StoreHead? _committed;
    private Exception? _untoldFailure;
    private bool _isolates;

    // A process that died between a deletion and the truncation left it to the next one.
    private bool _truncationIsDue = true;

    /// <summary>The open connection. Opened again after a failure, so that one bad commit does not spoil the next.</summary>
    public SqliteConnection Open()
    {
        if (_connection is not null)
            return _connection;
        var connection = SqliteConnection.Open(options);
        try
        {
            connection.PrepareToWrite();
            return _connection = connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs the works in order and completes each. Never throws.</summary>
    public async ValueTask RunAsync(List<IWork> works)
    {
        if (!_isolates && await TryRunAsync(works).ConfigureAwait(false))
            return;
        // One work was undone, so others of the batch must be kept apart from it.
        _isolates = true;
        if (await TryRunAsync(works).ConfigureAwait(false))
            return;
        // One made the engine undo the whole transaction: each again alone, so that only that one fails.
        foreach (var work in works)
            await TryRunAsync([work]).ConfigureAwait(false);
    }

    public void Dispose()
    {
        var connection = _connection;
        (_connection, _committed) = (null, null);
        connection?.Dispose();
    }

    private async ValueTask<bool> TryRunAsync(List<IWork> works)
    {
        var count = works.Count(static w => w is not FlushMark);
        Exception? failure = null;
        _outcomes.Clear();
        try
        {
            if (count > 0 && !await RunInTransactionAsync(works, isAlone: count == 1).ConfigureAwait(false))
                return false;
        }
        catch (Exception e)
        {
            Dispose();
            failure = e;
        }

        var truncationFailure = failure is null && count > 0 ? TruncateLog(_outcomes.Exists(static o => o.MustTruncateLog)) : null;
        for (var i = 0; i < works.Count; i++)
        {
            var (error, mustTruncateLog) = i < _outcomes.Count ? _outcomes[i] : default;
            Finish(works[i], error ?? failure ?? (mustTruncateLog ? truncationFailure : null));
        }
        return true;
    }

    private async ValueTask<bool> RunInTransactionAsync(List<IWork> works, bool isAlone)
    {
        var head = BeginBatch();
        var (before, undone) = (head, false);
        foreach (var work in works)
        {
            if (work is FlushMark)
            {
                _outcomes.Add(default);
                continue;
            }
            var after = await RunOneAsync(work, head, isAlone || !_isolates).ConfigureAwait(false);
            undone |= ReferenceEquals(after, head);
            if (!isAlone && (_connection!.IsAutocommit || (undone && !_isolates)))
            {
                UndoBatch();
                return false;
            }
            head = after;
        }

        // Savepoints cost, and work is rarely undone: they are used from one undone work to the next batch without one.
        _isolates = undone && !isAlone;
        if (ReferenceEquals(head, before))
            UndoBatch();
        else
            CommitBatch(head);
        return true;
    }

    private StoreHead BeginBatch()
    {
        // SQLite would go on writing to a file that was deleted under it.
        if (!File.Exists(options.Path))
            throw new StoreException(StoreFault.Unavailable, options.Path, $"Store '{options.Path}': the file is gone; restore it and start the app again.");
        Open().Use(Begin).Run();
        var head = StoreHead.Read(_connection!, options.Path, _committed);
        var now = options.TimeProvider.GetUtcNow();
        _committed = head;
        return now > head.Time ? head with { Time = now } : head;
    }

    private async ValueTask<StoreHead> RunOneAsync(IWork work, StoreHead head, bool sharesFate)
    {
        var connection = _connection!;
        if (!sharesFate)
            connection.Use(Savepoint).Run();
        var transaction = new SqliteTransaction(database, connection, head);
        Exception? error = null;
        try
        {
            await work.RunAsync(transaction).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            error = e;
        }
        transaction.End();

        if (connection.IsAutocommit)
            error ??= new StoreException(StoreFault.Other, options.Path, $"Store '{options.Path}': the work went on after a statement had failed; nothing of it was kept.");
        var isUndone = error is not null || transaction.IsRollbackRequested;
        if (!sharesFate && !connection.IsAutocommit)
        {
            if (isUndone)
                connection.Use(RollbackToSavepoint).Run();
            connection.Use(Release).Run();
        }
        _outcomes.Add((error, !isUndone && transaction.MustTruncateLog));
        // A head of its own shows that the batch holds something to commit.
        return isUndone ? head : transaction.Head with { Writer = _id };
    }

    private void UndoBatch()
    {
        if (!_connection!.IsAutocommit)
            _connection.Use(Rollback).Run();
    }

    private void CommitBatch(StoreHead head)
    {
        var connection = _connection!;
        head = head with { Commits = head.Commits + 1 };
        head.Write(connection);
        try
        {
            connection.Use(Commit).Run();
            _committed = head;
        }
        catch (StoreException e)
        {
            if (FindFate(head, connection.LastError) is not { } isCommitted)
                throw new StoreException(e.Fault, e.Location, $"{e.Message} It is unknown whether the work was committed.", e) { IsOutcomeUnknown = true };
            if (!isCommitted)
                throw;
        }
    }

    /// <summary>Whether the commit of <paramref name="head"/> is in the file after all, by a fresh look; null when nobody can tell.</summary>
    private bool? FindFate(StoreHead head, int code)
    {
        try
        {
            Dispose();
            var found = StoreHead.Read(Open(), options.Path, null);
            if (found.Commits == head.Commits)
                return found.Writer == head.Writer;
            // Of several later commits only the last one's writer is known.
            return found.Commits < head.Commits && !SqliteFaults.MayHaveLanded(code) ? false : null;
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private StoreException? TruncateLog(bool isWanted)
    {
        if (!isWanted && !_truncationIsDue)
            return null;
        try
        {
            // A due truncation is tried again with every commit, so it does not wait.
            _connection!.SetBusyTimeout(isWanted ? options.BusyTimeout : TimeSpan.Zero);
            _truncationIsDue = !_connection.TruncateLog();
            _connection.SetBusyTimeout(options.BusyTimeout);
        }
        catch (StoreException)
        {
            _truncationIsDue = true;
            Dispose();
        }
        return !_truncationIsDue ? null : new StoreException(StoreFault.Locked, options.Path,
            $"Store '{options.Path}': the rows were deleted, but their bytes stay in the write-ahead log while another process reads it; shred again.")
        { IsOutcomeUnknown = true };
    }

    private void Finish(IWork work, Exception? error)
    {
        if (work is FlushMark { TellsFailures: true })
            (error, _untoldFailure) = (error ?? _untoldFailure, null);
        else if (work.Urgency == WriteUrgency.Soon && error is StoreException)
            _untoldFailure ??= error;

        if (error is null)
            work.Complete();
        else
            work.Fail(error);
    }
}
