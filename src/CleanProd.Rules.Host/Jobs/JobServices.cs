using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace CleanProd.Rules.Host.Jobs;

/// <summary>Hangfire: in memory beside SQLite, in the same database beside PostgreSQL.</summary>
internal static class JobServices
{
    internal static void AddJobs(this IServiceCollection services, ServiceOptions options)
    {
        // Of this service, not of the process: several services may run in one, as in tests, and must not take each other's queue.
        services.AddSingleton<JobStorage>(_ => options.Address.Kind == StoreKind.Sqlite
            ? new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) })
            : new PostgreSqlStorage(new NpgsqlConnectionFactory(options.Address.Connection, Postgres(options)), Postgres(options)));
        services.AddHangfire((_, hangfire) => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHostedService<Supervisor>();
        if (!options.Worker) return;
        services.AddHangfireServer(server =>
        {
            server.Queues = Queues.All;
            server.WorkerCount = Math.Max(2, Environment.ProcessorCount);
            server.SchedulePollingInterval = options.Poll;
            server.CancellationCheckInterval = TimeSpan.FromSeconds(5);
            // A stopped service gives its workers time to finish a piece; what is cut off is taken up again.
            server.StopTimeout = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
    }

    // What a worker holds is renewed while it lives; after its death others may take it when the lease is over.
    private static PostgreSqlStorageOptions Postgres(ServiceOptions options) => new()
    {
        SchemaName = "hangfire",
        PrepareSchemaIfNecessary = true,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = options.Lease,
        QueuePollInterval = options.Poll,
        AllowDegradedModeWithoutStorage = false,
        EnableTransactionScopeEnlistment = true,
    };
}
