namespace CleanProd.Rules.Host.Api;

internal static class EnterprisesApi
{
    internal static void MapEnterprises(this IEndpointRouteBuilder api)
    {
    }
}
