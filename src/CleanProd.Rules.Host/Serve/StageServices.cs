using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Host.Notices;

namespace CleanProd.Rules.Host.Serve;

/// <summary>What each stage of the pipeline registers.</summary>
internal static class StageServices
{
    internal static void AddStages(this IServiceCollection services)
    {
        services.AddImports();
        services.AddNotices();
        services.AddCases();
    }
}
