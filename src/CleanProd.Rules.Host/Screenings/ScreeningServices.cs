using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>What screenings need.</summary>
internal static class ScreeningServices
{
    internal static void AddScreenings(this IServiceCollection services)
    {
        services.AddSingleton<ScreeningStore>();
        services.AddSingleton<ScheduleStore>();
        services.AddSingleton<LawBooks>();
        services.AddSingleton<Judges>();
        services.AddSingleton<ShardJudge>();
        services.AddSingleton<RosterMaker>();
        services.AddSingleton<ScreeningQueue>();
        services.AddSingleton<ScreeningOffice>();
        services.AddSingleton<RunWorkbook>();
        services.AddSingleton<RunTraits>();
        services.AddSingleton<ResultDesk>();
        services.AddSingleton<ResultExport>();
        services.AddSingleton<RunEvidence>();
        services.AddSingleton<RecurringSchedules>();
        services.AddSingleton<ScheduleOffice>();
        services.AddSingleton<IUnfinishedWork, UnfinishedScreenings>();
        services.AddSingleton<IUnfinishedWork>(s => s.GetRequiredService<ScheduleOffice>());
        services.AddSingleton<ITargetPlaces, RunPlaces>();
        services.AddSingleton<ITargetPlaces, SchedulePlaces>();
        services.AddHealthChecks().AddCheck<RecurringJobsCheck>("recurring-jobs", tags: ["ready"]);
    }
}
