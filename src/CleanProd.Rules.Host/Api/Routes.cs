using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;

namespace CleanProd.Rules.Host.Api;

/// <summary>
/// The verbs of HTTP as the framework maps them, but for one thing: what binds a request to its handler is compiled when the endpoint is first asked for.
/// There are hundreds, and each call of the command line needs one. In this namespace these come before the framework's.
/// </summary>
internal static class Routes
{
    internal static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder to, [StringSyntax("Route")] string pattern, Delegate handler) => Map(to, pattern, handler, HttpMethods.Get);

    internal static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder to, [StringSyntax("Route")] string pattern, Delegate handler) => Map(to, pattern, handler, HttpMethods.Post);

    internal static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder to, [StringSyntax("Route")] string pattern, Delegate handler) => Map(to, pattern, handler, HttpMethods.Put);

    internal static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder to, [StringSyntax("Route")] string pattern, Delegate handler) => Map(to, pattern, handler, HttpMethods.Delete);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder to, string pattern, Delegate handler, string method) =>
        RouteHandlerServices.Map(to, pattern, handler, [method], RequestDelegateFactory.InferMetadata, WhenAsked);

    private static RequestDelegateResult WhenAsked(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new(context => compiled.Value(context), metadata?.EndpointMetadata ?? []);
    }
}
