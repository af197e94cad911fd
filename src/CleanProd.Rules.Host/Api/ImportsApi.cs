namespace CleanProd.Rules.Host.Api;

internal static class ImportsApi
{
    internal static void MapImports(this IEndpointRouteBuilder api)
    {
    }
}
