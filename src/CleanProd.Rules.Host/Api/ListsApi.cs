namespace CleanProd.Rules.Host.Api;

internal static class ListsApi
{
    internal static void MapLists(this IEndpointRouteBuilder api)
    {
    }
}
