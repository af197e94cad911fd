namespace CleanProd.Rules.Host.Api;

internal static class VoluntaryApi
{
    internal static void MapVoluntary(this IEndpointRouteBuilder api)
    {
    }
}
