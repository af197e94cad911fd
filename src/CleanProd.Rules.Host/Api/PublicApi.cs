namespace CleanProd.Rules.Host.Api;

internal static class PublicApi
{
    internal static void MapPublic(this IEndpointRouteBuilder api)
    {
    }
}
