using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Lists;

namespace CleanProd.Rules.Host.Lists;

/// <summary>What the stage of lists registers.</summary>
internal static class ListServices
{
    internal static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<ListStore>();
        services.AddSingleton<PublicationStore>();
        services.AddSingleton<ListOffice>();
        services.AddSingleton<ITargetPlaces, ListPlaces>();
        services.AddSingleton<ITargetPlaces, EntryPlaces>();
    }
}
