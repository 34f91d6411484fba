namespace MicroApps.Testing;

internal sealed class InMemoryTransaction(InMemoryStoreDatabase database, DateTimeOffset now) : StoreTransaction
{
    private readonly Dictionary<ICell, object> _written = [];
    private bool _ended;

    public override StoreDatabase Database => database;

    public override DateTimeOffset Now => now;

    public static InMemoryTransaction Of(StoreTransaction transaction, StoreDatabase database)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (transaction is not InMemoryTransaction own || own.Database != database)
            throw new ArgumentException("The transaction is of another database than the store.", nameof(transaction));
        if (own._ended)
            throw new InvalidOperationException("The transaction has ended: use it only inside the delegate that received it.");
        return own;
    }

    public async ValueTask<TResult> RunAsync<TState, TResult>(
        Func<StoreTransaction, TState, CancellationToken, ValueTask<TResult>> work, TState state)
    {
        try
        {
            return await work(this, state, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _ended = true;
        }
    }

    public T Get<T>(Cell<T> cell) => _written.TryGetValue(cell, out var value) ? (T)value : cell.Committed;

    public void Set<T>(Cell<T> cell, T value) => _written[cell] = value!;

    public void Publish()
    {
        foreach (var (cell, value) in _written)
            cell.Publish(value);
    }
}
