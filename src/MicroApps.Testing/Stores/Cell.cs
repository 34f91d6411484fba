namespace MicroApps.Testing;

/// <summary>A piece of immutable state: readers see what was last committed, a transaction sees what it wrote.</summary>
internal sealed class Cell<T>(T initial) : ICell
{
    private volatile object _committed = initial!;

    public T Committed => (T)_committed;

    public void Publish(object value) => _committed = value;
}
