namespace CleanProd.Rules.Host.Api;

internal static class ScreeningsApi
{
    internal static void MapScreenings(this IEndpointRouteBuilder api)
    {
    }
}
