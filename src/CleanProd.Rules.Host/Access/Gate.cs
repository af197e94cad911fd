using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>
/// The one place that every request passes. Nothing under <see cref="Root"/> answers a stranger unless its endpoint says so, and an endpoint
/// there that says nothing is closed to everybody; pages say what they need in the same way.
/// </summary>
internal sealed class Gate(RequestDelegate next, Gatekeeper keeper, IRefusals refusals)
{
    /// <summary>Where the API lies.</summary>
    internal const string Root = "/api";

    public async Task InvokeAsync(HttpContext context)
    {
        var isApi = context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);
        var access = context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>();
        if ((access is null && !isApi) || access is { Permission: null })
        {
            await next(context);
            return;
        }

        if (context.Features.Get<StoreOperator>() is not null && HttpMethods.IsGet(context.Request.Method))
        {
            context.Features.Set(StoreOperator.Actor);
            await (access is null ? Problems.NoSuchPath.WriteAsync(context) : next(context));
            return;
        }

        if (await keeper.AccountAsync(context.User, context.RequestAborted) is not { } account)
        {
            await RefuseAsync(context, isApi, Problems.SignInRequired);
            return;
        }

        // Not there, wrong method, wrong media type: routing answers for itself, to people who are signed in.
        if (access is null)
        {
            await (context.GetEndpoint() is RouteEndpoint ? Problems.Closed : Problems.NoSuchPath).WriteAsync(context);
            return;
        }

        var (actor, problem) = await keeper.DecideAsync(access, account, context.Request.RouteValues, context.RequestAborted);
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            context.Features.Set(actor);
            await (problem is null ? next(context) : RefuseAsync(context, isApi, problem));
            status = context.Response.StatusCode;
        }
        catch (Exception e)
        {
            status = context.Response.HasStarted ? context.Response.StatusCode : Problems.Of(e)?.Status ?? status;
            throw;
        }
        finally
        {
            // Also when the caller went away in the middle: part of it was read.
            await keeper.LogAsync(access, account, actor, context.Request.Method, context.Request.Path.Value ?? "", status);
        }
    }

    private Task RefuseAsync(HttpContext context, bool isApi, Problem problem) => isApi ? problem.WriteAsync(context) : refusals.ShowAsync(context, problem);
}

/// <summary>Shows a refusal to people, where programs get problem details.</summary>
internal interface IRefusals
{
    /// <summary>Answers the request with it.</summary>
    Task ShowAsync(HttpContext context, Problem problem);
}
