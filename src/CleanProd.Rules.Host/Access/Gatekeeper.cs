using System.Security.Claims;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>
/// Decides who may do what. It is asked by the <see cref="Gate"/> for every request and by the pages for every view and act within a connection
/// that stays open, so that both know one table and one order of questions.
/// </summary>
internal sealed class Gatekeeper(PeopleStore people, SessionStore sessions, IEnumerable<ITargetPlaces> places)
{
    private readonly Dictionary<Target, ITargetPlaces> _places = places.ToDictionary(p => p.Target);

    /// <summary>The account of somebody who is signed in; null for strangers and for those who were shut out since.</summary>
    internal async Task<Account?> AccountAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } text || !Guid.TryParseExact(text, "D", out var id)) return null;
        return await people.FindAsync(id, ct) is { Disabled: false } account ? account : null;
    }

    /// <summary>The account behind an open connection; null when its session has ended since, wherever that was done.</summary>
    internal async Task<Account?> ConnectedAsync(ClaimsPrincipal user, CancellationToken ct) =>
        SignInDesk.SessionOf(user) is { } session && await sessions.UseAsync(session, ct) ? await AccountAsync(user, ct) : null;

    /// <summary>The actor who is let through, or why nobody is.</summary>
    internal async Task<(Actor? Actor, Problem? Problem)> DecideAsync(EndpointAccess access, Account account, RouteValueDictionary route, CancellationToken ct)
    {
        if (account.MustChangePassword && !access.BeforePasswordChange) return (null, Problems.PasswordChangeRequired);
        var all = await people.GrantsAsync(account.Id, ct);
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
            if (await _places[access.Target].FindAsync(route, ct) is not { } found) return (null, Problems.NotFound);
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
        return new([.. byKind[true].Select(g => new Facts.RegionCode(g.Region)).Distinct()], [.. byKind[false].Select(g => g.FacilityId!).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Notes who read or did what. Refused attempts are kept too: they are what an inspector looks for first.</summary>
    internal async Task LogAsync(EndpointAccess access, Account account, Actor? actor, string method, string path, int status, string? note = null)
    {
        if (access.Target is Target.Self or Target.Law) return;
        await people.LogAsync(new AccessLine
        {
            At = people.Now,
            AccountId = account.Id.ToString("D"),
            Roles = string.Join(' ', actor?.Grants.Select(g => g.Role.ToString()).Distinct(StringComparer.Ordinal) ?? []),
            Method = method,
            Path = path,
            Status = status,
            Note = note,
        });
    }
}
