namespace CleanProd.Rules.Host.Api;

internal static class PeopleApi
{
    internal static void MapPeople(this IEndpointRouteBuilder api)
    {
    }
}
