namespace MicroApps;

/// <summary>One quota of the manifest with its place there and its time zone.</summary>
internal sealed class QuotaRule
{
    private readonly TimeZoneInfo _zone;
    private QuotaBudget? _latest;

    public QuotaRule(int index, ManifestQuota quota)
    {
        Index = index;
        Quota = quota;
        _zone = Zone(quota.TimeZone);
    }

    public int Index { get; }

    public ManifestQuota Quota { get; }

    public long? LimitOf(QuotaUnit unit) => unit switch
    {
        QuotaUnit.Requests => Quota.Requests,
        QuotaUnit.Tokens => Quota.Tokens,
        _ => Quota.SpendNanoUsd,
    };

    /// <summary>Its place in the manifest.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"quotas[{Index}]");

    /// <summary>The field of the manifest that holds a limit.</summary>
    public string FieldOf(QuotaUnit unit)
    {
        var field = unit switch
        {
            QuotaUnit.Requests => "requests",
            QuotaUnit.Tokens => "tokens",
            _ => "spend",
        };
        return $"{Name}.{field}";
    }

    public QuotaBudget Budget(string subject, DateTimeOffset now)
    {
        // Most calls fall into the window of the one before: the calendar is asked once for each window.
        var latest = Volatile.Read(ref _latest);
        if (latest is null || now < latest.WindowStart || now >= latest.WindowEnd)
        {
            var (start, end) = QuotaCalendar.Window(Quota.Per, _zone, now);
            latest = Create(subject, start, end);
            Volatile.Write(ref _latest, latest);
        }

        return latest.Subject.Equals(subject, StringComparison.Ordinal) ? latest : latest with { Subject = subject };
    }

    private TimeZoneInfo Zone(string id)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new MicroAppStartException($"{Name}.timeZone in microapp.yaml: this machine has no usable data for '{id}'. Use an IANA name such as Europe/Berlin, and install the operating system's time zone data (tzdata).", e);
        }
    }

    private QuotaBudget Create(string subject, DateTimeOffset start, DateTimeOffset end) => new(Quota.Scope, subject, Quota.Per, start, end)
    {
        Requests = Quota.Requests,
        Tokens = Quota.Tokens,
        SpendNanoUsd = Quota.SpendNanoUsd,
        Enforcement = Quota.Enforce,
        WarnAt = Quota.WarnAt,
    };
}
