namespace CleanProd.Rules.Host.Api;

internal static class NoticesApi
{
    internal static void MapNotices(this IEndpointRouteBuilder api)
    {
    }
}
