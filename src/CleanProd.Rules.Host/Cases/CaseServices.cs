using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Voluntary;

namespace CleanProd.Rules.Host.Cases;

/// <summary>What the stage of cases registers.</summary>
internal static class CaseServices
{
    internal static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<DutyLaws>().AddSingleton<IDutyLaws>(s => s.GetRequiredService<DutyLaws>());
        services.AddSingleton<CaseStore>().AddSingleton<ObjectionStore>().AddSingleton<VoluntaryStore>();
        services.AddSingleton<AuditFileStore>().AddSingleton<MessageStore>();
        services.AddSingleton<ITargetPlaces>(s => CasePlaces.OfCases(s.GetRequiredService<CaseStore>()));
        services.AddSingleton<ITargetPlaces>(s => CasePlaces.OfObjections(s.GetRequiredService<ObjectionStore>()));
        services.AddSingleton<ITargetPlaces>(s => CasePlaces.OfVoluntary(s.GetRequiredService<VoluntaryStore>()));
        services.AddSingleton<CaseCare>().AddSingleton<IUnfinishedWork>(s => s.GetRequiredService<CaseCare>());
    }
}
