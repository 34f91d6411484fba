namespace MicroApps.Sqlite.Tests;

internal static class StoreDatabaseExtensions
{
    public static Task<T> DoAsync<T>(
        this StoreDatabase database, Func<StoreTransaction, ValueTask<T>> work, WriteUrgency urgency = WriteUrgency.Now, CancellationToken cancellation = default) =>
        database.WriteAsync(work, static (t, w, _) => w(t), urgency, cancellation).AsTask();
}
