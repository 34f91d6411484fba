using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MicroApps;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace QuickStart;

/// <summary>Sends spans and metrics to an OTLP collector when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. They hold counts and digests, never content.</summary>
internal static class OtlpExport
{
    public static void AddOtlpExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (Uri.TryCreate(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"], UriKind.Absolute, out var collector))
            services.AddSingleton<IHostedService>(new Exporter(collector));
    }

    private sealed class Exporter(Uri collector) : IHostedService, IDisposable
    {
        private OpenTelemetrySdk? _sdk;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _sdk = OpenTelemetrySdk.Create(otel => otel
                .WithTracing(traces => traces.AddSource(Telemetry.SourceName).AddOtlpExporter(o => To(o, "v1/traces")))
                .WithMetrics(metrics => metrics.AddMeter(Telemetry.SourceName).AddOtlpExporter(o => To(o, "v1/metrics"))));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _sdk?.Dispose();

        private void To(OtlpExporterOptions options, string path)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(collector, path);
        }
    }
}
