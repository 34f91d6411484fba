using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroApps;

/// <summary>Starts the app with its host, so that what is wrong shows at once, and looks for lapsed leases while it runs.</summary>
internal sealed partial class MicroAppService(MicroApp app, ILogger<MicroAppService> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(app.Options.RecoveryInterval, app.TimeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await RecoverAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RecoverAsync(CancellationToken stoppingToken)
    {
        try
        {
            await app.RecoverAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            LogRecoveryFailed(e.Fault, e.Location);
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "Lapsed leases could not be looked for: the store at {Location} is {Fault}; calls are refused while this lasts")]
    private partial void LogRecoveryFailed(StoreFault fault, string location);
}
