using CleanProd.Rules.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanProd.Rules.Host.Serve;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
internal static class Health
{
    private const string Ready = "ready";

    internal static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: [Ready]);

    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) });
    }

    private sealed class StoreCheck(Store store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            !await store.AnswersAsync(cancellationToken) ? HealthCheckResult.Unhealthy("the database does not answer")
            : await store.IsCurrentAsync(cancellationToken) ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("another version upgraded the store");
    }
}
