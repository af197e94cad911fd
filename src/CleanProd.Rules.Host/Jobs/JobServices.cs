using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace CleanProd.Rules.Host.Jobs;

/// <summary>Hangfire: in memory beside SQLite, in the same database beside PostgreSQL.</summary>
internal static class JobServices
{
    // Hangfire keeps one log for a process: that of a service would be gone with it, and the workers of the others would stumble over it.
    private static readonly ILoggerFactory Log = LoggerFactory.Create(log => log.AddServiceConsole());

    internal static void AddJobs(this IServiceCollection services, ServiceOptions options)
    {
        // Not the one storage that Hangfire keeps for a whole process: two services in one process would put jobs into each other's queues.
        services.AddSingleton<JobStorage>(_ => Storage(options));
        // Nor the one activator: a job of one service would be done with the store of another.
        services.AddSingleton<JobActivator>(s => new AspNetCoreJobActivator(s.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((_, hangfire) => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseLogProvider(new AspNetCoreLogProvider(Log)));
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

    // The turn ends with its connection.
    private const long SchemaLock = 0x636c65616e6a6f62;

    /// <summary>Where jobs wait; its schema is put in place when needed.</summary>
    internal static JobStorage Storage(ServiceOptions options)
    {
        if (options.Address.Kind == StoreKind.Sqlite) return new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });
        var postgres = Postgres(options);
        // Two hosts that come to an empty database at once would both put the tables in place, and one of them fail.
        using var turn = NpgsqlDataSource.Create(options.Address.Connection);
        using var held = turn.OpenConnection();
        using var taking = new NpgsqlCommand($"SELECT pg_advisory_lock({SchemaLock})", held);
        taking.ExecuteNonQuery();
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(options.Address.Connection, postgres), postgres);
    }

    // The queue's own locks are held for moments and never renewed. Those of a process that was killed stay for its default of ten minutes, and every
    // worker that comes upon one waits as long.
    private static readonly TimeSpan LeastLock = TimeSpan.FromSeconds(10);

    // What a worker holds is renewed while it lives; after its death others may take it when the lease is over.
    private static PostgreSqlStorageOptions Postgres(ServiceOptions options) => new()
    {
        SchemaName = "hangfire",
        PrepareSchemaIfNecessary = true,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = options.Lease,
        DistributedLockTimeout = options.Lease > LeastLock ? options.Lease : LeastLock,
        QueuePollInterval = options.Poll,
        AllowDegradedModeWithoutStorage = false,
        EnableTransactionScopeEnlistment = true,
    };
}
