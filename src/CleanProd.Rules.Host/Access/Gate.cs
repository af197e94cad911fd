using System.Security.Claims;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>
/// The one place where it is decided who may call what. Nothing under <see cref="Root"/> answers a stranger unless its endpoint says so, and an
/// endpoint that says nothing is closed to everybody.
/// </summary>
internal sealed class Gate(RequestDelegate next, PeopleStore people, IEnumerable<ITargetPlaces> places)
{
    /// <summary>Where the API lies.</summary>
    internal const string Root = "/api";

    private readonly Dictionary<Target, ITargetPlaces> _places = places.ToDictionary(p => p.Target);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var access = context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>();
        if (access is { Permission: null })
        {
            await next(context);
            return;
        }

        if (access is not null && context.Features.Get<StoreOperator>() is not null && HttpMethods.IsGet(context.Request.Method))
        {
            context.Features.Set(StoreOperator.Actor);
            await next(context);
            return;
        }

        if (await AccountAsync(context) is not { } account)
        {
            await Problems.SignInRequired.WriteAsync(context);
            return;
        }

        // Not there, wrong method, wrong media type: routing answers for itself, to people who are signed in.
        if (access is null)
        {
            await (context.GetEndpoint() is RouteEndpoint ? Problems.Closed : Problems.NoSuchPath).WriteAsync(context);
            return;
        }

        var (actor, problem) = await DecideAsync(context, access, account);
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            context.Features.Set(actor);
            await (problem is null ? next(context) : problem.WriteAsync(context));
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
            if (access.Target is not (Target.Self or Target.Law)) await LogAsync(context, account, actor, status);
        }
    }

    private async Task<Account?> AccountAsync(HttpContext context)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } text || !Guid.TryParseExact(text, "D", out var id)) return null;
        return await people.FindAsync(id, context.RequestAborted) is { Disabled: false } account ? account : null;
    }

    private async Task<(Actor? Actor, Problem? Problem)> DecideAsync(HttpContext context, EndpointAccess access, Account account)
    {
        if (account.MustChangePassword && !access.BeforePasswordChange) return (null, Problems.PasswordChangeRequired);
        var all = await people.GrantsAsync(account.Id, context.RequestAborted);
        var permission = access.Permission!.Value;
        var grants = all.Where(g => g.Role.Has(permission)).ToArray();
        if (grants.Length == 0 && permission != Permission.OwnAccount) return (null, Problems.NotPermitted);

        Grant? through;
        if (access.Target is Target.Self or Target.Law or Target.System or Target.Scoped)
        {
            through = grants.OrderBy(g => g.Region.Length).FirstOrDefault();
        }
        else
        {
            if (await _places[access.Target].FindAsync(context.Request.RouteValues, context.RequestAborted) is not { } found) return (null, Problems.NotFound);
            var place = found with { Shared = found.Shared && !access.Whole };
            // The role nearest to the target speaks: a person may be officer of a county and of its province.
            through = grants.Where(g => ScopeOf([g]).Reaches(place)).OrderByDescending(g => g.Region.Length).FirstOrDefault();
            if (through is null) return (null, Problems.OutsideRegion);
        }

        return (new Actor(account.Id, account.DisplayName, all, through, ScopeOf(grants)), null);
    }

    /// <summary>All that roles reach together.</summary>
    internal static Scope ScopeOf(IEnumerable<Grant> grants)
    {
        var byKind = grants.ToLookup(g => g.FacilityId is null);
        return new([.. byKind[true].Select(g => new RegionCode(g.Region)).Distinct()], [.. byKind[false].Select(g => g.FacilityId!).Distinct(StringComparer.Ordinal)]);
    }

    // Refused attempts are kept too: they are what an inspector looks for first.
    private Task LogAsync(HttpContext context, Account account, Actor? actor, int status) => people.LogAsync(new AccessLine
    {
        At = people.Now,
        AccountId = account.Id.ToString("D"),
        Roles = string.Join(' ', actor?.Grants.Select(g => g.Role.ToString()).Distinct(StringComparer.Ordinal) ?? []),
        Method = context.Request.Method,
        Path = context.Request.Path.Value ?? "",
        Status = status,
    });
}
