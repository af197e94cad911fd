using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>
/// Whoever looks at pages through one connection. A connection outlives roles and sessions, so everything is asked anew for each view and act,
/// and noted in the access log as a request would be.
/// </summary>
internal sealed class Viewer(Gatekeeper keeper, AuthenticationStateProvider authentication, PeopleStore people, NavigationManager navigation, ILogger<Viewer> log)
{
    /// <summary>The account, as it was at the last view; null for strangers.</summary>
    internal Account? Account { get; private set; }

    /// <summary>The roles held at the last view.</summary>
    internal IReadOnlyList<Grant> Grants { get; private set; } = [];

    /// <summary>Whether any role has a permission: what is offered. Whether it reaches a certain thing is asked when it is done.</summary>
    internal bool May(Permission permission) => Account is { MustChangePassword: false } && Grants.Any(g => g.Role.Has(permission));

    /// <summary>Takes note of who is there, as the request that brings a page without a connection knows it.</summary>
    internal async Task KnowAsync(HttpContext context)
    {
        Account = await keeper.AccountAsync(context.User, context.RequestAborted);
        Grants = Account is null ? [] : await people.GrantsAsync(Account.Id, context.RequestAborted);
    }

    /// <summary>Asks whether a view is allowed.</summary>
    /// <param name="access">What it needs.</param>
    /// <param name="route">What it is about.</param>
    /// <param name="noted">Whether it is to be noted; the request that opened the connection was noted itself.</param>
    internal async Task<(Actor? Actor, Problem? Problem)> EnterAsync(EndpointAccess access, RouteValueDictionary route, bool noted)
    {
        Account = await keeper.ConnectedAsync((await authentication.GetAuthenticationStateAsync()).User, default);
        Grants = Account is null ? [] : await people.GrantsAsync(Account.Id);
        if (access.Permission is null) return (null, null);
        if (Account is null) return (null, Problems.SignInRequired);
        var (actor, problem) = await keeper.DecideAsync(access, Account, route, default);
        if (noted) await keeper.LogAsync(access, Account, actor, HttpMethods.Get, Path, problem?.Status ?? StatusCodes.Status200OK);
        return (actor, problem);
    }

    /// <summary>Does something if it is allowed; why not, otherwise.</summary>
    internal async Task<Problem?> ActAsync(EndpointAccess access, object? route, Func<Actor, CancellationToken, Task> act, CancellationToken ct)
    {
        Account = await keeper.ConnectedAsync((await authentication.GetAuthenticationStateAsync()).User, ct);
        if (Account is null) return Problems.SignInRequired;
        var (actor, problem) = await keeper.DecideAsync(access, Account, new RouteValueDictionary(route), ct);
        if (actor is not null)
        {
            try
            {
                await act(actor, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                problem = Explain(e);
            }
        }

        await keeper.LogAsync(access, Account, actor, HttpMethods.Post, Path, problem?.Status ?? StatusCodes.Status200OK);
        return problem;
    }

    /// <summary>What people are told of an error; a fault of the program is logged under a number that they can name.</summary>
    internal Problem Explain(Exception error)
    {
        if (Problems.Of(error) is { } known && known != Problems.StoreAway) return known;
        var number = Guid.NewGuid().ToString("N")[..12];
        ProblemLog.Fault(log, Path, number, error);
        return Problems.Of(error) ?? Problems.Fault(number);
    }

    private string Path => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
}
