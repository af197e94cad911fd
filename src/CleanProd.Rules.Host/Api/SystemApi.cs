namespace CleanProd.Rules.Host.Api;

internal static class SystemApi
{
    internal static void MapSystem(this IEndpointRouteBuilder api)
    {
    }
}
