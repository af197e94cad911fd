using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Screenings;

namespace CleanProd.Rules.Host.Serve;

/// <summary>What each stage of the pipeline registers.</summary>
internal static class StageServices
{
    internal static void AddStages(this IServiceCollection services)
    {
        services.AddPolicy();
        services.AddImports();
        services.AddScreenings();
        services.AddLists();
        services.AddNotices();
        services.AddCases();
    }
}
