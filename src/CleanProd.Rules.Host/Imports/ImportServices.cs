using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Imports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanProd.Rules.Host.Imports;

/// <summary>What the import stage registers.</summary>
internal static class ImportServices
{
    internal static void AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton(s => ShippedFiles.Reference(s.GetRequiredService<ServiceOptions>().Reference));
        services.AddSingleton<SourceStore>();
        services.AddSingleton<ColumnMapStore>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<EnterpriseStore>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<MapShelf>();
        services.AddSingleton<ImportJob>();
        services.AddSingleton<ITargetPlaces, ImportPlaces>();
        services.AddSingleton<ITargetPlaces, FacilityPlaces>();
        services.AddSingleton<IUnfinishedWork, UnfinishedImports>();
        services.AddSingleton<InboxFolder>();
        services.AddSingleton<IUnfinishedWork, InboxWatch>();
    }
}
