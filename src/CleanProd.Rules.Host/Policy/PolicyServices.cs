using System.Globalization;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Policy;

namespace CleanProd.Rules.Host.Policy;

/// <summary>What drafting, foreseeing and releasing rules needs.</summary>
internal static class PolicyServices
{
    internal static void AddPolicy(this IServiceCollection services)
    {
        services.AddSingleton<DraftStore>();
        services.AddSingleton<ReleaseStore>();
        services.AddSingleton<BureauKeys>();
        services.AddSingleton<YearShelf>();
        services.AddSingleton<CompiledLaws>();
        services.AddSingleton<ForesightDesk>();
        services.AddSingleton<ProofBench>();
        services.AddSingleton<DraftChecks>();
        services.AddSingleton<DraftOffice>();
        services.AddSingleton<ReleaseOffice>();
        services.AddSingleton<BundleDesk>();
        services.AddSingleton<SupersededStandards>();
        services.AddSingleton<ITargetPlaces, DraftPlaces>();
    }
}

/// <summary>A draft lies where its jurisdiction does.</summary>
internal sealed class DraftPlaces(DraftStore drafts) : ITargetPlaces
{
    public Target Target => Target.Draft;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        long.TryParse(route["draft"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var draft) && await drafts.PlaceAsync(draft, ct) is { } region
            ? new(region)
            : null;
}
