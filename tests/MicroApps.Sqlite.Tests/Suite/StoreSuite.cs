namespace MicroApps.Sqlite.Tests;

/// <summary>Tests with stores of their own for each.</summary>
public abstract class StoreSuite<TKit>(TKit kit) : IAsyncLifetime
    where TKit : StoreKit
{
    protected TKit Kit { get; } = kit;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Kit.DisposeAsync();
}
