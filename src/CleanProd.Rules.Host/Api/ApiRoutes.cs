using CleanProd.Rules.Host.Access;

namespace CleanProd.Rules.Host.Api;

/// <summary>Every endpoint, in the order of the pipeline.</summary>
internal static class ApiRoutes
{
    internal static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSession();
        api.MapDocuments();
        api.MapImports();
        api.MapEnterprises();
        api.MapWorkbench();
        api.MapScreenings();
        api.MapResults();
        api.MapLists();
        api.MapNotices();
        api.MapCases();
        api.MapVoluntary();
        api.MapPolicy();
        api.MapPeople();
        api.MapSystem();
        api.MapPublic();
    }

    /// <summary>An endpoint that does not say who may call it stops the service from starting.</summary>
    internal static void MustAllHaveAccess(IEnumerable<Endpoint> endpoints)
    {
        var open = endpoints.OfType<RouteEndpoint>()
            .Where(e => ("/" + e.RoutePattern.RawText?.TrimStart('/')).StartsWith(Gate.Root, StringComparison.Ordinal) && e.Metadata.GetMetadata<EndpointAccess>() is null)
            .Select(e => e.RoutePattern.RawText).ToArray();
        if (open.Length > 0) throw new InvalidOperationException($"Endpoints that do not say who may call them: {string.Join(", ", open)}.");
    }
}
