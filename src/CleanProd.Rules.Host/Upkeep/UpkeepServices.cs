using CleanProd.Rules.Host.Jobs;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>What keeps the service alive.</summary>
internal static class UpkeepServices
{
    internal static void AddUpkeep(this IServiceCollection services)
    {
        services.AddSingleton<QueueWatch>();
        services.AddSingleton<Backups>();
        services.AddSingleton<SystemHealth>();
        services.AddSingleton<IUnfinishedWork, RecurringAlarm>();
    }
}
