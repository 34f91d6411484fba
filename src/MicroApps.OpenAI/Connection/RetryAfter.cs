using System.ClientModel.Primitives;
using System.Globalization;

namespace MicroApps;

/// <summary>Reads how long a server asks to wait: <c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static TimeSpan? Read(PipelineResponseHeaders headers, TimeProvider time)
    {
        foreach (var name in new[] { "retry-after-ms", "x-ms-retry-after-ms" })
            if (headers.TryGetValue(name, out var value) && Number(value) is { } milliseconds)
                return Span(milliseconds / 1000);
        if (!headers.TryGetValue("Retry-After", out var text))
            return null;
        if (Number(text) is { } seconds)
            return Span(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Span((date - time.GetUtcNow()).TotalSeconds)
            : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}
