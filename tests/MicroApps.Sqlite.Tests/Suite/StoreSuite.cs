namespace MicroApps.Sqlite.Tests;

/// <summary>Tests that every implementation of the stores passes.</summary>
public abstract class StoreSuite(StoreKit kit) : IAsyncLifetime
{
    protected StoreKit Kit { get; } = kit;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Kit.DisposeAsync();
}
