using System.Globalization;
using System.Text;

namespace MicroApps.Sqlite.Tests;

/// <summary>Things to store.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Day = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    public static readonly QuotaCharge Charge = new("app", "finance", "cc-7", "", "gpt");

    public static AuditEntry Entry(Guid? eventId = null, Guid? callId = null, string kind = AuditKind.Intent, int padding = 0)
    {
        var id = eventId ?? Guid.CreateVersion7();
        var (call, time) = (callId ?? id, Day.AddHours(10).AddTicks(1234567));
        var leaf = $$"""{"call_id":"{{call}}","event_id":"{{id}}","kind":"{{kind}}","padding":"{{new string('x', padding)}}","time":"{{time.ToString("O", CultureInfo.InvariantCulture)}}"}""";
        return new AuditEntry(id, call, kind, time, Encoding.UTF8.GetBytes(leaf));
    }

    public static QuotaBudget Budget(
        QuotaScope scope = QuotaScope.App, string subject = "app", long? requests = null, long? tokens = null, long? nanoUsd = null,
        QuotaEnforcement enforcement = QuotaEnforcement.Hard, DateTimeOffset? start = null) =>
        new(scope, subject, QuotaPeriod.Day, start ?? Day, (start ?? Day).AddDays(1))
        {
            Requests = requests,
            Tokens = tokens,
            SpendNanoUsd = nanoUsd,
            Enforcement = enforcement,
        };

    public static QuotaReservation Reservation(QuotaAmount amount, params QuotaBudget[] budgets) =>
        new(Guid.CreateVersion7(), amount, budgets, TimeSpan.FromMinutes(5), Charge);

    public static VaultKey Key(string conversation = "c1", byte fill = 1, DateTimeOffset? createdAt = null) =>
        new(conversation, "k1", Bytes(fill, 60), createdAt ?? Day);

    public static VaultEntry Value(string placeholder, string conversation = "c1", byte fill = 7) => new(conversation, placeholder, Bytes(fill, 40));

    private static byte[] Bytes(byte fill, int count)
    {
        var bytes = new byte[count];
        Array.Fill(bytes, fill);
        return bytes;
    }
}
