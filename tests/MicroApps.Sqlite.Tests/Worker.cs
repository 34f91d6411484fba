using System.Runtime.Versioning;

// File modes, /proc and SIGKILL.
[assembly: UnsupportedOSPlatform("windows")]

namespace MicroApps.Sqlite.Tests;

/// <summary>What the tests start as other processes: <c>append path count</c>, <c>spend path count</c>, <c>hold path</c>.</summary>
internal static class Worker
{
    public static async Task<int> Main(string[] args)
    {
        await using var database = SqliteStoreDatabase.Open(new SqliteStoreOptions { Path = args[1], BusyTimeout = TimeSpan.FromMinutes(1) });
        await (args[0] switch
        {
            "append" => AppendAsync(database, int.Parse(args[2], null)),
            "spend" => SpendAsync(database, int.Parse(args[2], null)),
            _ => HoldAsync(database),
        });
        return 0;
    }

    // Four callers at once, so that batches form; prints each event that was acknowledged.
    private static Task AppendAsync(SqliteStoreDatabase database, int count)
    {
        var (audit, left) = (new SqliteAuditStore(database), count);
        return Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var entry = Sample.Entry();
                await database.DoAsync(t => audit.AppendAsync(t, entry, default));
                Console.WriteLine(entry.EventId);
            }
        })));
    }

    // Reserves one token more than it uses; prints what it spent.
    private static async Task SpendAsync(SqliteStoreDatabase database, int count)
    {
        var (quota, spent) = (new SqliteQuotaStore(database), 0);
        for (var i = 0; i < count; i++)
        {
            var reservation = Sample.Reservation(new(1, 3, 0), Sample.Budget(tokens: SqliteProcessTests.TokenLimit));
            var result = await database.DoAsync(t => quota.ReserveAsync(t, reservation, default));
            if (result.Lease is not null && await database.DoAsync(t => quota.SettleAsync(t, reservation.CallId, new(1, 2, 0), default)))
                spent += 2;
        }
        Console.WriteLine(spent);
    }

    // Keeps the file locked for writing until its input ends.
    private static Task<int> HoldAsync(SqliteStoreDatabase database) => database.DoAsync(async _ =>
    {
        Console.WriteLine("held");
        await Console.In.ReadToEndAsync();
        return 0;
    });
}
