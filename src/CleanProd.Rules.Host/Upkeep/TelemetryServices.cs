using CleanProd.Rules.Host.Serve;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>Sends metrics and traces to a collector, when one is configured.</summary>
internal static class TelemetryServices
{
    internal static void AddTelemetry(this IServiceCollection services, ServiceOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<Telemetry>();
        if (options.Otlp is not { } collector) return;
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("cleanprod", serviceVersion: About.Version, serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}"))
            .WithMetrics(m => m.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddOtlpExporter(o => o.Endpoint = collector))
            .WithTracing(t => t.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation().AddOtlpExporter(o => o.Endpoint = collector));
    }
}
