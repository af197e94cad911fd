namespace CleanProd.Rules.Host.Api;

internal static class CasesApi
{
    internal static void MapCases(this IEndpointRouteBuilder api)
    {
    }
}
