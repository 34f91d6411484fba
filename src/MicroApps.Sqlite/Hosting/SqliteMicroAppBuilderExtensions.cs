using MicroApps;
using MicroApps.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a micro app's state in SQLite.</summary>
public static class SqliteMicroAppBuilderExtensions
{
    /// <summary>Puts the audit log, the quota ledger and the vault into one SQLite file, so that a call's records commit together.</summary>
    /// <param name="builder">The app's builder.</param>
    /// <param name="path">The file; relative paths are relative to the app's data folder. Default <c>microapp.db</c> there.</param>
    public static MicroAppBuilder UseSqlite(this MicroAppBuilder builder, string path = "microapp.db")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder.Services.TryAddSingleton(services => SqliteStoreDatabase.Open(new SqliteStoreOptions
        {
            Path = Path.GetFullPath(path, builder.DataFolder),
            TimeProvider = services.GetRequiredService<TimeProvider>(),
        }));
        builder.Services.Replace(ServiceDescriptor.Singleton<AuditStore>(services => new SqliteAuditStore(services.GetRequiredService<SqliteStoreDatabase>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<QuotaStore>(services => new SqliteQuotaStore(services.GetRequiredService<SqliteStoreDatabase>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<VaultStore>(services => new SqliteVaultStore(services.GetRequiredService<SqliteStoreDatabase>())));
        return builder;
    }
}
