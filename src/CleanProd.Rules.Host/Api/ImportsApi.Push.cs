namespace CleanProd.Rules.Host.Api;

internal static partial class ImportsApi
{
    private static void MapPush(this IEndpointRouteBuilder api)
    {
    }
}
